package simwright.ui.audit;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.audit.Sighting;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.identity.Identifier;
import simwright.identity.Imei;
import simwright.identity.Imsi;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Background;
import simwright.ui.fx.Desk;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.Placeholder;

/// Which identity was seen in which device, searched as one types; masked unless a person who may
/// asks for the values in clear.
public final class IdentitiesViewModel {
  private final Background background;
  private final AuditSource source;
  private final Desk desk;
  private final Notices notices;
  private final StringProperty query = new SimpleStringProperty("");
  private final SimpleBooleanProperty clear = new SimpleBooleanProperty();
  private final ObservableList<Sighting> found = FXCollections.observableArrayList();
  private final Placeholder state = new Placeholder(Text.of("identities.none"));
  private int asked;

  /// Searches in the background.
  public IdentitiesViewModel(
      Background background, AuditSource source, Desk desk, Notices notices) {
    this.background = background;
    this.source = source;
    this.desk = desk;
    this.notices = notices;
    query.addListener((_, _, _) -> search());
    clear.addListener((_, _, _) -> search());
  }

  /// Searches again.
  public void search() {
    int number = ++asked;
    String text = query.get();
    boolean open = clear.get();
    state.reading();
    background.run(
        "identities",
        () -> source.identities(text, open),
        now -> {
          if (number == asked) {
            state.read();
            found.setAll(now);
          }
        },
        refused -> {
          state.failed(refused);
          clear.set(false);
          notices.tell(refused);
        });
  }

  /// The value as it may be shown now.
  public String value(Sighting one) {
    return one.value()
        .map(value -> clear.get() ? grouped(value) : masked(one.kind(), value))
        .orElseGet(() -> Text.of("identities.forgotten"));
  }

  /// Writes the table as it stands for a person to keep.
  public void export(String table) {
    background.run(
        "export",
        () -> desk.save("identities.csv", table),
        where -> notices.tell(Text.format("table.saved", where)),
        notices::tell);
  }

  private static String grouped(String value) {
    return DeviceText.literal(value).replaceAll("(.{4})(?=.)", "$1 ");
  }

  private static String masked(String kind, String value) {
    Identifier identifier =
        switch (kind) {
          case "imei" -> new Imei(value);
          case "imsi" -> new Imsi(value);
          case "eid" -> new Eid(value);
          default -> new Iccid(value);
        };
    return identifier.redacted();
  }

  /// What stands where identities will be.
  public Placeholder getState() {
    return state;
  }

  /// What is searched.
  public StringProperty queryProperty() {
    return query;
  }

  /// Whether values are shown in clear.
  public SimpleBooleanProperty clearProperty() {
    return clear;
  }

  /// The sightings found, newest first.
  public ObservableList<Sighting> getFound() {
    return found;
  }
}
