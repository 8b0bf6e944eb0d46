package simwright.ui.frame;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Which screen is shown and which device is its context. Used on the screen's thread.
public final class Navigation {
  private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.BENCH);
  private final StringProperty device = new SimpleStringProperty("");

  /// Shows a screen.
  public void show(Screen next) {
    screen.set(next);
  }

  /// Shows a screen with a device as its context.
  public void show(Screen next, String deviceId) {
    device.set(deviceId);
    screen.set(next);
  }

  /// The screen shown.
  public Screen getScreen() {
    return screen.get();
  }

  /// The screen shown.
  public ReadOnlyObjectProperty<Screen> screenProperty() {
    return screen.getReadOnlyProperty();
  }

  /// The id of the chosen device; "" when none is.
  public String getDevice() {
    return device.get();
  }

  /// The id of the chosen device.
  public StringProperty deviceProperty() {
    return device;
  }
}
