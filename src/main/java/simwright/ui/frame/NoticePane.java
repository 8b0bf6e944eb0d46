package simwright.ui.frame;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// A notice above the screen, closed by hand.
final class NoticePane extends HBox {
  NoticePane(Notices.Notice notice, Runnable close) {
    getStyleClass().addAll("sw-notice", notice.state().styleClass());
    Region body = body(notice);
    HBox.setHgrow(body, Priority.ALWAYS);
    Button button = new Button("", new FontIcon(Material2AL.CLOSE));
    button.getStyleClass().addAll("button-icon", "flat", "sw-small-button");
    button.setAccessibleText(Text.of("frame.notice.close"));
    button.setOnAction(_ -> close.run());
    StateMark mark = new StateMark();
    mark.setState(notice.state());
    if (notice.state() == State.PASS) {
      mark.setWords(Text.of("frame.notice.done"));
    } else if (notice.act().isPresent()) {
      mark.setWords(Text.of("frame.notice.open"));
    }
    mark.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(mark, body);
    notice.act().ifPresent(act -> getChildren().add(act(act, close)));
    getChildren().add(button);
  }

  /// Who does something about it has read it.
  private static Button act(Action act, Runnable close) {
    Button button = new Button(act.words());
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> {
      close.run();
      act.act().run();
    });
    return button;
  }

  private static Region body(Notices.Notice notice) {
    if (notice.words().code().isEmpty()) {
      Label line = FourLines.line(notice.words().what());
      line.setMaxWidth(Double.MAX_VALUE);
      return line;
    }
    return new FourLines(notice.words());
  }
}
