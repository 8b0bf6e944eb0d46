package simwright.report.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A file of a bundle: its name, what it is for a person, and its bytes.
public record BundleFile(String name, String about, byte[] bytes) {
  /// Of text.
  public static BundleFile of(String name, String about, String text) {
    return new BundleFile(name, about, text.getBytes(StandardCharsets.UTF_8));
  }

  /// As text.
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BundleFile(String otherName, String otherAbout, byte[] otherBytes)
        && name.equals(otherName)
        && about.equals(otherAbout)
        && Arrays.equals(bytes, otherBytes);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name + ", " + bytes.length + " bytes";
  }
}
