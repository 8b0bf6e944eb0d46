package simwright.ui.profile;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// What a bundle holds of an eUICC: facts to be read, and the word that nothing can be done.
final class KeptPane extends VBox {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  KeptPane(KeptCard card, ProfilesViewModel viewModel) {
    getStyleClass().addAll("sw-column", "sw-kept");
    VBox.setVgrow(this, Priority.ALWAYS);
    String when = TIME.format(card.made().atZone(viewModel.shop().time().zone()));
    List<EuiccFacts.Section> sections = card.sections();
    StateMark mark =
        new StateMark(
            State.MARGINAL,
            Text.format(
                sections.isEmpty() ? "euicc.kept.none" : "euicc.kept", viewModel.title(), when));
    mark.setWrapText(true);
    mark.setMinHeight(USE_PREF_SIZE);
    getChildren().add(mark);
    card.why().lines().map(DeviceText::literal).map(FourLines::line).forEach(getChildren()::add);
    VBox facts = new VBox();
    facts.getStyleClass().add("sw-steps");
    sections.forEach(section -> facts.getChildren().add(EuiccPane.section(section)));
    ScrollPane scroll = new ScrollPane(facts);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("sw-screen-scroll");
    scroll.setAccessibleText(Text.of("profiles.tab.euicc"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
  }
}
