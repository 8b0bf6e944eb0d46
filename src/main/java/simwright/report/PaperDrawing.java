package simwright.report;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Draws the pictures of our own reports on paper: the few shapes they are made of, at three
/// quarters of their size on a screen.
record PaperDrawing(PaperFont font) implements SVGDrawer {
  private static final double SCALE = 0.75;

  @Override
  public SVGImage buildSVGImage(
      Element svg, Box box, CssContext css, double width, double height, double dotsPerPixel) {
    return new Picture(font, svg, dotsPerPixel);
  }

  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {}

  @Override
  public void addFontFile(File file, String family, Integer weight, FontStyle style) {}

  @Override
  public void close() {}

  private record Picture(PaperFont font, Element svg, double dots) implements SVGImage {
    @Override
    public int getIntrinsicWidth() {
      return (int) Math.ceil(number(svg, "width") * SCALE * dots);
    }

    @Override
    public int getIntrinsicHeight() {
      return (int) Math.ceil(number(svg, "height") * SCALE * dots);
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      device.drawWithGraphics(
          (float) x,
          (float) y,
          (float) (getIntrinsicWidth() / dots),
          (float) (getIntrinsicHeight() / dots),
          this::draw);
    }

    private void draw(Graphics2D paper) {
      paper.scale(SCALE, SCALE);
      for (Node child = svg.getFirstChild(); child != null; child = child.getNextSibling()) {
        if (child instanceof Element element) {
          paper.setColor(colour(element));
          paper.setStroke(new BasicStroke(1));
          shape(paper, element);
        }
      }
    }

    private void shape(Graphics2D paper, Element element) {
      switch (element.getNodeName()) {
        case "rect" ->
            paper.fill(
                new Rectangle2D.Double(
                    number(element, "x"),
                    number(element, "y"),
                    number(element, "width"),
                    number(element, "height")));
        case "circle" -> {
          double r = number(element, "r");
          double x = number(element, "cx") - r;
          paper.fill(new Ellipse2D.Double(x, number(element, "cy") - r, 2 * r, 2 * r));
        }
        case "line" ->
            paper.draw(
                new Line2D.Double(
                    number(element, "x1"),
                    number(element, "y1"),
                    number(element, "x2"),
                    number(element, "y2")));
        case "polyline" -> paper.draw(curve(element));
        case "text" -> paper.fill(words(element));
        default -> throw new IllegalStateException("not drawn here: " + element.getNodeName());
      }
    }

    private static Shape curve(Element element) {
      Path2D path = new Path2D.Double();
      for (String point : element.getAttribute("points").strip().split(" ", -1)) {
        int comma = point.indexOf(',');
        double x = Double.parseDouble(point.substring(0, comma));
        double y = Double.parseDouble(point.substring(comma + 1));
        if (path.getCurrentPoint() == null) {
          path.moveTo(x, y);
        }
        path.lineTo(x, y);
      }
      return path;
    }

    private Shape words(Element element) {
      Path2D outline = font.outline(element.getTextContent(), number(element, "font-size"));
      boolean middle = element.getAttribute("text-anchor").equals("middle");
      double back = middle ? outline.getBounds2D().getWidth() / 2 : 0;
      return AffineTransform.getTranslateInstance(number(element, "x") - back, number(element, "y"))
          .createTransformedShape(outline);
    }

    private static Color colour(Element element) {
      return switch (element.getAttribute("class")) {
        case "plain" -> new Color(0xeeeeee);
        case "within" -> new Color(0xbcd6f0);
        case "near" -> new Color(0xf3dfb0);
        case "pass", "dot", "curve" -> new Color(0x0b5cad);
        case "fail" -> new Color(0xa8420a);
        case "marginal" -> new Color(0x735600);
        case "error" -> new Color(0x6b2fa0);
        case "idle" -> new Color(0x777777);
        default -> Color.BLACK;
      };
    }

    private static double number(Element element, String name) {
      String said = element.getAttribute(name);
      return said.isEmpty() ? 0 : Double.parseDouble(said);
    }
  }
}
