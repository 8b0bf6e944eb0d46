package simwright.ui.acceptance;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import simwright.ask.Question;
import simwright.ui.frame.QuestionField;
import simwright.ui.frame.QuestionQueue;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// The question that waits longest, with the field for its answer; nothing where no device asks.
final class QueuePane extends VBox {
  private final QueueModel model;
  private final StateMark of = new StateMark(State.WAITING, "");
  private final Label waits = FourLines.line("");
  private final VBox question = new VBox();
  private long shown = -1;

  QueuePane(QueueModel model) {
    this.model = model;
    getStyleClass().addAll("sw-card", "sw-queue");
    of.setWrapText(true);
    of.setMinHeight(USE_PREF_SIZE);
    of.wordsProperty().bind(model.ofProperty());
    waits.getStyleClass().add("sw-muted");
    waits.textProperty().bind(model.waitsProperty());
    question.getStyleClass().add("sw-column");
    getChildren().addAll(of, question, waits);
    model.firstProperty().addListener((_, _, now) -> show(now));
    show(model.firstProperty().get());
  }

  private void show(Optional<QuestionQueue.Waiting> first) {
    setVisible(first.isPresent());
    setManaged(first.isPresent());
    long number = first.map(QuestionQueue.Waiting::number).orElse(-1L);
    if (number == shown) {
      return;
    }
    shown = number;
    question.getChildren().clear();
    first.ifPresent(one -> ask(one.question()));
  }

  private void ask(Question<?> asked) {
    Label title = FourLines.line(DeviceText.literal(asked.title()));
    title.getStyleClass().add("sw-title");
    Label text = FourLines.line(lines(asked.text()));
    QuestionField entry = QuestionField.of(asked);
    Button go = new Button(QuestionField.act(asked));
    go.getStyleClass().add("accent");
    go.setMinWidth(USE_PREF_SIZE);
    go.disableProperty().bind(entry.ready().not());
    go.setOnAction(_ -> model.answer(entry.answer().get()));
    FlowPane acts = new FlowPane(go);
    acts.getStyleClass().add("sw-acts");
    QuestionField.never(asked)
        .ifPresent(no ->
            acts.getChildren()
                .add(button(Text.format("ask.for-good", no), () -> model.answer(false))));
    acts.getChildren().add(button(Text.of("queue.pass"), model::pass));
    VBox words = new VBox(title, text);
    words.getStyleClass().add("sw-column");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox beside = new HBox(words);
    beside.getStyleClass().add("sw-beside");
    QuestionField.picture(asked).ifPresent(beside.getChildren()::add);
    question.getChildren().add(beside);
    Node field = entry.field();
    if (field != null) {
      field.addEventHandler(
          KeyEvent.KEY_PRESSED,
          event -> {
            if (event.getCode() == KeyCode.ENTER && entry.ready().get()) {
              go.fire();
              event.consume();
            }
          });
      words.getChildren().add(field);
    }
    words.getChildren().add(acts);
  }

  /// Each line by itself made harmless, so that they stay lines.
  private static String lines(String text) {
    return text.lines().map(DeviceText::literal).collect(java.util.stream.Collectors.joining("\n"));
  }

  private static Button button(String words, Runnable act) {
    Button button = new Button(words);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> act.run());
    return button;
  }
}
