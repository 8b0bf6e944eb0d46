package simwright.rsp;

import java.util.function.BiConsumer;
import java.util.function.Function;

/// How a message is written and read: one description for both ends of the wire.
public record Shape<T>(Function<Fields, T> reader, BiConsumer<T, Fields> writer) {
  /// A message that holds nothing.
  public static Shape<Nothing> nothing() {
    return new Shape<>(fields -> new Nothing(), (nothing, fields) -> {});
  }

  /// What such a message says.
  public record Nothing() {}

  /// Reads a message.
  public T read(Fields fields) {
    return reader.apply(fields);
  }

  /// Writes a message.
  public Fields write(T message) {
    Fields fields = Fields.empty();
    writer.accept(message, fields);
    return fields;
  }
}
