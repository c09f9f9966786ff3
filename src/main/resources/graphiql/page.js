const { tabs, headers } = JSON.parse(document.getElementById('data').textContent);
const socket = new URL('/graphql', location.href);
socket.protocol = socket.protocol.replace('http', 'ws');
ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(GraphiQL, {
  fetcher: GraphiQL.createFetcher({ url: '/graphql', headers, subscriptionUrl: socket.href, wsConnectionParams: headers }),
  defaultTabs: tabs.map(query => ({ query })),
  defaultQuery: tabs[0],
  defaultEditorToolsVisibility: 'variables',
}));
