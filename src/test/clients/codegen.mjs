// The manifest of trusted documents that a front end's build writes.
export default {
  schema: '../../../schema.graphql',
  documents: 'codegen/*.graphql',
  generates: {
    'codegen/generated/': {
      preset: 'client',
      presetConfig: { persistedDocuments: { hashAlgorithm: 'sha256', mode: 'replaceDocumentWithHash' } },
      config: { documentMode: 'string' },
    },
  },
};
