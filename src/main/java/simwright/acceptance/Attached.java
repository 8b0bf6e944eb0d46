package simwright.acceptance;

/// What is attached to a step: the name it had ("note" for a person's own words), what it is, its
/// size in bytes, and the SHA-256 under which it is kept; the log holds that too.
public record Attached(String name, Type type, long bytes, String sha256) {
  /// What it is.
  public enum Type {
    /// A PNG.
    PNG,
    /// A JPEG.
    JPEG,
    /// Text in UTF-8.
    TEXT,
    /// Anything else.
    OTHER;

    /// As it stands in records.
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// The type of a key; what is not known is something else.
    public static Type of(String key) {
      return java.util.Arrays.stream(values())
          .filter(each -> each.key().equals(key))
          .findFirst()
          .orElse(OTHER);
    }

    /// Whether it is a picture.
    public boolean picture() {
      return this == PNG || this == JPEG;
    }
  }

  /// As a person reads it.
  public String words() {
    return name + " (" + type.key() + ", " + bytes + " bytes)";
  }
}
