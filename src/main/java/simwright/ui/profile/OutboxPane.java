package simwright.ui.profile;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import simwright.euicc.NotificationEvent;
import simwright.euicc.NotificationMetadata;
import simwright.lpa.CardReading;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.MaskedValue;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// What the card has to tell servers, one row each, with what kept it from being told.
final class OutboxPane extends VBox {
  private final ProfilesViewModel viewModel;

  OutboxPane(ProfilesViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("sw-steps");
  }

  void show() {
    List<NotificationMetadata> all =
        viewModel.getReading().map(CardReading::notifications).orElse(List.of());
    getChildren().setAll(all.stream().map(this::row).toList());
    if (all.isEmpty()) {
      Label none = FourLines.line(Text.of("outbox.none"));
      none.getStyleClass().add("sw-muted");
      getChildren().add(none);
    }
  }

  private Node row(NotificationMetadata one) {
    StateMark mark =
        new StateMark(
            viewModel.stays(one.number()).isPresent() ? State.FAIL : State.WAITING,
            Text.format("outbox.number", one.number(), events(one.events())));
    mark.setWrapText(true);
    mark.setMinHeight(USE_PREF_SIZE);
    mark.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(mark, Priority.ALWAYS);
    Button remove = new Button(Text.of("outbox.remove"));
    remove.setAccessibleText(Text.format("outbox.remove.of", one.number()));
    remove.setMinWidth(USE_PREF_SIZE);
    remove.disableProperty().bind(viewModel.freeProperty().not());
    remove.setOnAction(_ -> viewModel.remove(one.number()));
    Button send = new Button(Text.of("outbox.send.one"));
    send.setAccessibleText(Text.format("outbox.send.of", one.number()));
    send.setMinWidth(USE_PREF_SIZE);
    send.disableProperty().bind(viewModel.freeProperty().not());
    send.setOnAction(_ -> viewModel.send(one.number()));
    HBox head = new HBox(mark, send, remove);
    head.getStyleClass().add("sw-row");
    Label where = FourLines.line(Text.format("outbox.to", DeviceText.literal(one.address())));
    VBox row = new VBox(head, where);
    one.iccid()
        .ifPresent(iccid -> row.getChildren().add(new MaskedValue(Text.of("id.iccid"), iccid)));
    row.getStyleClass().add("sw-step");
    if (viewModel.stays(one.number()).isEmpty()) {
      Label why = FourLines.line(Text.of("outbox.why"));
      why.getStyleClass().add("sw-muted");
      row.getChildren().add(why);
    }
    viewModel
        .stays(one.number())
        .map(viewModel.shop().notices().words()::lines)
        .ifPresent(words -> row.getChildren().add(new FourLines(words)));
    return row;
  }

  static String events(Set<NotificationEvent> events) {
    return events.stream().sorted().map(OutboxPane::word).collect(Collectors.joining(", "));
  }

  private static String word(NotificationEvent event) {
    return switch (event) {
      case INSTALL -> Text.of("outbox.install");
      case ENABLE -> Text.of("outbox.enable");
      case DISABLE -> Text.of("outbox.disable");
      case DELETE -> Text.of("outbox.delete");
    };
  }
}
