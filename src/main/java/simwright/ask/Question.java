package simwright.ask;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Something only a person, or a plan on their behalf, can say. Each has a deadline, and a default
/// taken when it passes.
public sealed interface Question<A> {
  /// What is asked, as one line.
  String title();

  /// What the person must know to answer.
  String text();

  /// How long to wait for the answer.
  Duration within();

  /// The answer when nobody answers in time; empty means the asker gets none.
  Optional<A> byDefault();

  /// Consent to an effect; the text says what will happen and what cannot be undone. Where
  /// `decline` names how to say no for good, no answer is none; else it is a no. `option` is the
  /// switch by which it can be given ahead, before the question comes up; empty where it cannot.
  record Consent(
      String title,
      String text,
      String act,
      Optional<String> decline,
      Optional<String> option,
      Duration within)
      implements Question<Boolean> {
    /// Gives usual consent ahead.
    public static final String YES = "--yes";

    /// Gives ahead that a code is sent although it may be the last that the order takes.
    public static final String LAST_CODE = "--last-code";

    /// One that can be given ahead.
    public Consent(
        String title, String text, String act, Optional<String> decline, Duration within) {
      this(title, text, act, decline, Optional.of(YES), within);
    }

    /// One that can be given ahead and whose no has no effect of its own.
    public Consent(String title, String text, String act, Duration within) {
      this(title, text, act, Optional.empty(), within);
    }

    /// One that nobody has given who was not asked: it is about what only turned out meanwhile.
    public static Consent inPerson(String title, String text, String act, Duration within) {
      return new Consent(title, text, act, Optional.empty(), Optional.empty(), within);
    }

    /// The same, where it has a switch of its own.
    public Consent by(String own) {
      return new Consent(title, text, act, decline, Optional.of(own), within);
    }

    @Override
    public Optional<Boolean> byDefault() {
      return decline.isPresent() ? Optional.empty() : Optional.of(false);
    }
  }

  /// A secret such as a PIN; never logged, never stored.
  record Secret(String title, String text, Duration within) implements Question<char[]> {
    @Override
    public Optional<char[]> byDefault() {
      return Optional.empty();
    }
  }

  /// One of several.
  record Choice(
      String title, String text, List<String> options, Duration within, Optional<String> byDefault)
      implements Question<String> {}

  /// A number with its unit, between bounds.
  record NumberEntry(
      String title,
      String text,
      String unit,
      double least,
      double most,
      Duration within,
      Optional<Double> byDefault)
      implements Question<Double> {}

  /// Free text, or what a scanner reads.
  record Scan(String title, String text, Duration within, Optional<String> byDefault)
      implements Question<String> {}

  /// The person types `expected` to allow something dangerous; the default refuses.
  record TypedConfirmation(String title, String text, String expected, Duration within)
      implements Question<Boolean> {
    @Override
    public Optional<Boolean> byDefault() {
      return Optional.of(false);
    }
  }

  /// A file or a note for the record; `key` names what is asked for where it is given ahead.
  record Attach(String key, String title, String text, Duration within)
      implements Question<Handed> {
    @Override
    public Optional<Handed> byDefault() {
      return Optional.empty();
    }
  }

  /// Another question with a picture beside it; it is answered as that one is.
  record Pictured<A>(Question<A> asked, Shown shown) implements Question<A> {
    @Override
    public String title() {
      return asked.title();
    }

    @Override
    public String text() {
      return asked.text();
    }

    @Override
    public Duration within() {
      return asked.within();
    }

    @Override
    public Optional<A> byDefault() {
      return asked.byDefault();
    }
  }
}
