package se.metodporten.scorm.packaging;

/** Manifests for tests. */
final class Packages {

    static final String NAMESPACES = "xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\""
            + " xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_rootv1p2\"";

    static final String NAMESPACES_2004 = "xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\""
            + " xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_v1p3\" xmlns:adlseq=\"http://www.adlnet.org/xsd/adlseq_v1p3\""
            + " xmlns:adlnav=\"http://www.adlnet.org/xsd/adlnav_v1p3\" xmlns:imsss=\"http://www.imsglobal.org/xsd/imsss\"";

    static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest identifier="visam" version="1.0" NAMESPACES>
              <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
              <organizations default="org">
                <organization identifier="org">
                  <title>ViSam – grunderna</title>
                  <item identifier="item-1" identifierref="res-1" isvisible="true" parameters="?from=manifest">
                    <title>Grunderna</title>
                    <adlcp:masteryscore>80</adlcp:masteryscore>
                    <adlcp:maxtimeallowed>01:00:00</adlcp:maxtimeallowed>
                    <adlcp:timelimitaction>exit,message</adlcp:timelimitaction>
                    <adlcp:datafromlms>start=2</adlcp:datafromlms>
                  </item>
                </organization>
              </organizations>
              <resources>
                <resource identifier="res-1" type="webcontent" adlcp:scormtype="sco" href="index.html">
                                <file href="index.html"/>
                </resource>
              </resources>
            </manifest>
            """.replace("NAMESPACES", NAMESPACES);

    private Packages() {}

    static ZipForge whole() {
        ZipForge zip = new ZipForge();
        zip.add("imsmanifest.xml", MANIFEST);
        zip.add("index.html", "<!doctype html><title>åäö</title>");
        return zip;
    }
}
