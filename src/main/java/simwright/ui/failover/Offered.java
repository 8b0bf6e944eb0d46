package simwright.ui.failover;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import simwright.failover.policy.PolicyFile;
import simwright.ui.fx.DeviceText;

/// What a list offers to choose from, in words.
final class Offered<T> extends StringConverter<T> {
  private final Function<T, String> words;

  private Offered(Function<T, String> words) {
    this.words = words;
  }

  static <T> StringConverter<T> in(Function<T, String> words) {
    return new Offered<>(words);
  }

  /// Policies in a box, and the one that is meant chosen in it.
  static void policies(
      ComboBox<PolicyFile> box,
      ObservableList<PolicyFile> all,
      ObjectProperty<Optional<PolicyFile>> meant) {
    box.setConverter(in(file -> DeviceText.literal(file.policy().name())));
    box.setItems(all);
    box.valueProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            meant.set(Optional.of(now));
          }
        });
    meant.addListener((_, _, now) -> now.ifPresent(box::setValue));
    meant.get().ifPresent(box::setValue);
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
