package simwright.ui.acceptance;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import simwright.acceptance.RunHeader;
import simwright.ui.fx.Desk;
import simwright.ui.fx.Text;

/// For whom and where runs are made, as a person types it: what holds for the bench is found again
/// in the next session, what belongs to one device is forgotten once its run began.
public final class HeaderModel {
  private static final String KEPT = "acceptance.header.";

  /// A part of the header.
  public enum Field {
    /// For whom.
    CUSTOMER("header.customer", true),
    /// To what it belongs.
    TICKET("header.ticket", true),
    /// The asset tag of the next device.
    ASSET("header.asset", false),
    /// The serial number of the next device.
    SERIAL("header.serial", false),
    /// Where.
    SITE("header.site", true),
    /// The antenna that is used.
    ANTENNA("header.antenna", true),
    /// What lies between antenna and device.
    ATTENUATION("header.attenuation", true),
    /// How this bench is called.
    BENCH("header.bench", true),
    /// What goes on there.
    EVENT("header.event", true),
    /// When it does.
    TIME("header.time", true);

    private final String key;
    private final boolean ofBench;

    Field(String key, boolean ofBench) {
      this.key = key;
      this.ofBench = ofBench;
    }

    /// What it is called.
    public String word() {
      return Text.of(key);
    }
  }

  private final Map<Field, StringProperty> fields = new EnumMap<>(Field.class);

  /// With what was typed in an earlier session.
  public HeaderModel(Desk desk) {
    for (Field field : Field.values()) {
      String key = KEPT + field.name();
      StringProperty value = new SimpleStringProperty(field.ofBench ? desk.recall(key) : "");
      if (field.ofBench) {
        value.addListener((_, _, now) -> desk.keep(key, now.strip()));
      }
      fields.put(field, value);
    }
  }

  /// What is typed of a part.
  public StringProperty of(Field field) {
    return Optional.ofNullable(fields.get(field)).orElseThrow();
  }

  /// For the one device that is started next.
  RunHeader forOne() {
    RunHeader header = header(said(Field.ASSET), said(Field.SERIAL));
    of(Field.ASSET).set("");
    of(Field.SERIAL).set("");
    return header;
  }

  /// For several devices at once, none of which the tag and serial number belong to.
  RunHeader forAll(String batch) {
    return header("", "").in(batch);
  }

  private RunHeader header(String asset, String serial) {
    return new RunHeader(
        said(Field.CUSTOMER),
        said(Field.TICKET),
        asset,
        serial,
        said(Field.SITE),
        said(Field.ANTENNA),
        said(Field.ATTENUATION),
        said(Field.BENCH),
        "",
        said(Field.EVENT),
        said(Field.TIME));
  }

  private String said(Field field) {
    return of(field).get().strip();
  }
}
