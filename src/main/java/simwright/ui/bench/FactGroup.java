package simwright.ui.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import simwright.device.Reading;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;

/// Facts that belong together, under a title.
public record FactGroup(String title, List<CardData.Fact> facts) {
  /// Facts as they are gathered.
  static final class Gathering {
    private final List<CardData.Fact> facts = new ArrayList<>();

    /// A fact where it was asked; why it is missing where it was not given.
    <T> Gathering asked(String name, Reading<T> reading, Function<T, String> words) {
      return switch (reading) {
        case Reading.Known<T> known -> known(name, words.apply(known.fact()));
        case Reading.Unavailable<T> none -> missing(name, none.why());
        case Reading.NotAsked<T> _ -> this;
      };
    }

    /// A fact that is asked of every modem whose hardware profile has a command for it.
    <T> Gathering told(String name, Reading<T> reading, Function<T, String> words) {
      return reading instanceof Reading.NotAsked<T>
          ? missing(name, Text.of("fact.untold"))
          : asked(name, reading, words);
    }

    Gathering known(String name, String words) {
      facts.add(new CardData.Fact(name, DeviceText.literal(words), true, false));
      return this;
    }

    Gathering missing(String name, String why) {
      facts.add(new CardData.Fact(name, DeviceText.literal(why), false, false));
      return this;
    }

    /// The last one is different at every reading.
    Gathering ticking() {
      CardData.Fact last = facts.removeLast();
      facts.add(new CardData.Fact(last.name(), last.value(), last.known(), true));
      return this;
    }

    List<CardData.Fact> facts() {
      return List.copyOf(facts);
    }

    Stream<FactGroup> under(String title) {
      return facts.isEmpty() ? Stream.of() : Stream.of(new FactGroup(title, facts()));
    }
  }
}
