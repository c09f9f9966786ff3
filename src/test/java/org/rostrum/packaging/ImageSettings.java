package org.rostrum.packaging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What the pom says of the container image. */
record ImageSettings(
        String image, String user, List<String> volumes, List<String> ports, Map<String, String> environment) {

    private static final String JIB = "/project/build/plugins/plugin[artifactId='jib-maven-plugin']/configuration/";

    /** Reads them. */
    static ImageSettings read() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        XPath paths = XPathFactory.newInstance().newXPath();
        Map<String, String> environment = new TreeMap<>();
        NodeList variables = (NodeList) paths.evaluate(JIB + "container/environment/*", pom, XPathConstants.NODESET);
        for (int i = 0; i < variables.getLength(); i++) {
            environment.put(variables.item(i).getNodeName(), variables.item(i).getTextContent());
        }
        return new ImageSettings(
                paths.evaluate(JIB + "to/image", pom),
                paths.evaluate(JIB + "container/user", pom),
                texts(paths, "container/volumes/*", pom),
                texts(paths, "container/ports/*", pom),
                environment);
    }

    private static List<String> texts(XPath paths, String path, Document pom) throws Exception {
        NodeList nodes = (NodeList) paths.evaluate(JIB + path, pom, XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
