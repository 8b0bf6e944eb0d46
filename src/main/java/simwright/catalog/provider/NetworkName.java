package simwright.catalog.provider;

import java.time.LocalDate;
import java.util.Optional;

/// What a network is called and in which country it is, "" where that is not known; its number, ""
/// where only its name was told; and the day of the directory that says so, empty where the device
/// does.
public record NetworkName(
    String name, String country, String number, Optional<LocalDate> directory) {
  /// As a line, with whose word it is.
  public String words() {
    String place = country.isEmpty() ? "" : ", " + country;
    String which = number.isEmpty() ? "" : " · " + number;
    return name
        + place
        + which
        + directory.map(day -> " (directory of " + day + ")").orElse(" (the device says)");
  }

  /// Whose word it is: device or directory.
  public String source() {
    return directory.isPresent() ? "directory" : "device";
  }
}
