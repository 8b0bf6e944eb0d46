package simwright.ui.failover;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import simwright.ui.frame.Action;
import simwright.ui.fx.Fxml;
import simwright.ui.fx.Text;

/// The screen of failover: tabs for the selection of the chosen device, for policies, for drills
/// and for holes.
public final class FailoverView {
  private final SelectionView selections;
  private final PolicyView policy;
  private final DrillView drill;
  private final HolesView hole;

  @FXML private TabPane tabs;
  @FXML private Tab selection;
  @FXML private Tab policies;
  @FXML private Tab drills;
  @FXML private Tab holes;

  /// A view in a time zone.
  public FailoverView(
      SelectionModel selections,
      PolicyModel policy,
      DrillModel drill,
      HolesModel hole,
      ZoneId zone) {
    FailoverWords words =
        new FailoverWords(
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone));
    this.selections = new SelectionView(selections, words);
    this.policy = new PolicyView(policy);
    this.drill = new DrillView(drill, words);
    this.hole = new HolesView(hole, words);
  }

  @FXML
  private void initialize() {
    selection.setContent(Fxml.load("parts/selection", selections));
    policies.setContent(Fxml.load("parts/policies", policy));
    drills.setContent(Fxml.load("parts/drills", drill));
    holes.setContent(Fxml.load("parts/holes", hole));
  }

  /// What the palette offers here.
  public List<Action> actions() {
    List<Action> all = new ArrayList<>(selections.actions());
    all.add(go("failover.policies", policies));
    policy.actions().forEach(each -> all.add(on(policies, each)));
    all.add(go("failover.drills", drills));
    drill.actions().forEach(each -> all.add(on(drills, each)));
    all.add(go("failover.holes", holes));
    all.addAll(hole.actions());
    return all;
  }

  private Action go(String key, Tab tab) {
    return new Action(Text.of(key), "", () -> tabs.getSelectionModel().select(tab));
  }

  /// What is done in a tab is seen there.
  private Action on(Tab tab, Action act) {
    return new Action(
        act.words(),
        act.keys(),
        () -> {
          tabs.getSelectionModel().select(tab);
          act.act().run();
        });
  }
}
