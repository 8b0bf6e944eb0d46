package simwright.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Well-formed markup as PDF, with its one font embedded and nothing fetched from anywhere.
final class Paper {
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final int REGULAR = 400;

  private Paper() {}

  /// The file.
  static byte[] of(String title, String style, String body) {
    PaperFont font = new PaperFont();
    Document page =
        parsed(
            "<html lang=\"en\"><head><title>"
                + title
                + "</title><style>"
                + style
                + "</style></head><body>"
                + body
                + "</body></html>");
    shown(page.getDocumentElement(), font);
    XRLog.setLoggingEnabled(false);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .useUriResolver((base, uri) -> null)
          .useFont(font::open, "paper", REGULAR, FontStyle.NORMAL, true)
          .useSVGDrawer(new PaperDrawing(font))
          .usePdfAConformance(PdfAConformance.PDFA_2_B)
          .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
          .withProducer("Simwright")
          .withW3cDocument(page, "")
          .toStream(file)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static Document parsed(String markup) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(NO_DOCTYPE, true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(markup)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("a report is not well formed", e);
    }
  }

  private static void shown(Node node, PaperFont font) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.TEXT_NODE && !node.getNodeName().equals("style")) {
        child.setNodeValue(font.shown(child.getNodeValue()));
      }
      shown(child, font);
    }
  }
}
