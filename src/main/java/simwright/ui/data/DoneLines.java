package simwright.ui.data;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import simwright.job.DeviceDone;
import simwright.quota.Volume;
import simwright.report.FigureLine;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;

/// How the chosen device did, a line for each figure: what nothing tells comes last, with the
/// reason.
final class DoneLines {
  private DoneLines() {}

  static List<Node> of(DeviceDone done) {
    List<Node> told = new ArrayList<>();
    List<Node> untold = new ArrayList<>();
    for (FigureLine each : FigureLine.of(done.figures())) {
      String name = Text.of("data.figure." + each.measure().key());
      String title =
          each.of().isEmpty()
              ? name
              : Text.format("data.figure.of", name, DeviceText.literal(each.of()));
      (each.told() ? told : untold)
          .add(line(title, each.words(), DeviceText.literal(each.measure().about())));
    }
    told.add(
        line(
            Text.of("data.figure.roaming"),
            Text.format(
                "data.figure.roaming.value",
                done.sessions().roamed(),
                done.sessions().sessions(),
                done.sessions().perThousand()),
            Text.of("data.figure.roaming.about")));
    done.bytes()
        .forEach((profile, bytes) ->
            told.add(
                line(
                    Text.format(
                        "data.figure.bytes",
                        profile.isEmpty()
                            ? Text.of("data.profile.unknown")
                            : DeviceText.literal(profile)),
                    Volume.words(bytes),
                    Text.of("data.figure.bytes.about"))));
    told.addAll(untold);
    return told;
  }

  private static VBox line(String title, String value, String about) {
    Label head = FourLines.line(title);
    head.getStyleClass().add("sw-strong");
    Label under = FourLines.line(about);
    under.getStyleClass().add("sw-muted");
    VBox box = new VBox(head, FourLines.line(DeviceText.literal(value)), under);
    box.getStyleClass().add("sw-step");
    return box;
  }
}
