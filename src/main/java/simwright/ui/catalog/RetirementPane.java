package simwright.ui.catalog;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import simwright.catalog.CatalogProfile;
import simwright.catalog.LifecycleState;
import simwright.rollout.retirement.Retirement;
import simwright.rollout.retirement.RetirementPart;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// The end of a profile's life: what of it was seen, what is missing by name, and what can be done
/// for it now.
final class RetirementPane extends VBox {
  private static final double REFERENCE = 180;

  private final LifecycleModel model;
  private final CatalogProfile profile;

  RetirementPane(LifecycleModel model, CatalogProfile profile) {
    this.model = model;
    this.profile = profile;
    getStyleClass().add("sw-column");
    model.retirement(profile, this::show);
  }

  private void show(Retirement now) {
    getChildren().clear();
    boolean open = now.begun() || profile.state() == LifecycleState.REVOKED;
    if (!open) {
      if (profile.alive()) {
        getChildren().add(more(now));
      }
      return;
    }
    StateMark standing = mark(now.complete() ? State.PASS : State.MARGINAL, heading(now));
    standing.getStyleClass().add("sw-strong");
    getChildren().add(standing);
    now.parts().forEach(each -> getChildren().add(part(now, each)));
    if (!now.complete()) {
      getChildren().add(acts(now));
    }
  }

  private static String heading(Retirement now) {
    return now.complete() ? Text.of("catalog.retire.whole") : Text.of("catalog.retire.open");
  }

  private static StateMark part(Retirement now, RetirementPart part) {
    Retirement.Seen seen = now.seen().get(part);
    if (!now.has(part)) {
      return mark(State.WAITING, Text.format("catalog.retire.missing", part.words()));
    }
    return mark(
        State.PASS,
        seen == null
            ? Text.format("catalog.retire.gone", part.words())
            : Text.format("catalog.retire.seen", part.words(), DeviceText.literal(seen.how())));
  }

  private static StateMark mark(State state, String words) {
    StateMark mark = new StateMark(state, words);
    mark.setWrapText(true);
    mark.setMinHeight(Region.USE_PREF_SIZE);
    return mark;
  }

  /// What cannot be undone lies in the menu.
  private MenuButton more(Retirement now) {
    MenuItem retire = new MenuItem(Text.of("catalog.retire"));
    retire.setOnAction(_ -> model.retire(profile, now, Optional.empty()));
    MenuButton more = new MenuButton(Text.of("catalog.more.acts"));
    more.getItems().add(retire);
    more.setMinWidth(Region.USE_PREF_SIZE);
    return more;
  }

  private FlowPane acts(Retirement now) {
    FlowPane acts = new FlowPane();
    acts.getStyleClass().add("sw-acts");
    Button on = button("catalog.retire.on");
    on.setOnAction(_ -> model.retire(profile, now, Optional.empty()));
    acts.getChildren().add(on);
    Button ticket = button("catalog.ticket");
    ticket.setOnAction(_ -> model.ticket(profile));
    ticket.setDisable(!now.begun());
    acts.getChildren().add(ticket);
    boolean wanted =
        now.missing().contains(RetirementPart.LINE_SUSPENDED)
            || now.missing().contains(RetirementPart.ORDER_CANCELLED);
    if (now.ticket() && wanted) {
      TextField reference = new TextField();
      reference.setPromptText(Text.of("catalog.receipt.reference"));
      reference.setAccessibleText(Text.of("catalog.receipt.reference"));
      reference.setPrefWidth(REFERENCE);
      Button hand = button("catalog.receipt");
      hand.disableProperty().bind(reference.textProperty().isEmpty());
      hand.setOnAction(_ -> model.retire(profile, now, Optional.of(reference.getText())));
      acts.getChildren().addAll(reference, hand);
    }
    if (now.installed()) {
      acts.getChildren().add(FourLines.line(Text.of("catalog.retire.device")));
    }
    return acts;
  }

  private static Button button(String key) {
    Button button = new Button(Text.of(key));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
