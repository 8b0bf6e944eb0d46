package simwright.ui.failover;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What a list offers to choose from, in words.
final class Offered<T> extends StringConverter<T> {
  private final Function<T, String> words;

  private Offered(Function<T, String> words) {
    this.words = words;
  }

  static <T> StringConverter<T> in(Function<T, String> words) {
    return new Offered<>(words);
  }

  @Override
  public String toString(@Nullable T one) {
    return one == null ? "" : words.apply(one);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("nothing is typed here");
  }
}
