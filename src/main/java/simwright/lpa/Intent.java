package simwright.lpa;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What somebody wanted of a card: when it was begun, as which attempt, how far it came, and what
/// is known of its end. `card` and `profile` are pseudonyms of the book, `subject` tells one order
/// from another without telling its code; what is not known is "".
public record Intent(
    String id,
    Kind kind,
    String device,
    String card,
    String subject,
    String profile,
    int attempt,
    Instant begun,
    String stage,
    Optional<Verdict> verdict,
    String program) {
  /// What was wanted.
  public enum Kind {
    /// That a profile is downloaded and installed.
    DOWNLOAD(
        "download",
        "installed",
        "not installed",
        " by this, as it was there before",
        Set.of(Stage.LOADING, Stage.INSTALLATION)),
    /// That a profile is enabled.
    ENABLE("enable", "enabled", "not enabled"),
    /// That a profile is disabled.
    DISABLE("disable", "disabled", "not disabled"),
    /// That a profile is deleted.
    DELETE(
        "delete",
        "deleted",
        "not deleted",
        ", as there was none",
        Set.of(Stage.ASKED, Stage.DELETE)),
    /// That the profiles are taken off the card.
    MEMORY_RESET(
        "memory-reset",
        "reset",
        "not reset",
        ", as nothing of this was there",
        Set.of(Stage.ASKED, Stage.MEMORY_RESET));

    private final String key;
    private final String done;
    private final String notDone;
    private final String before;
    private final Set<Stage> atTheCard;

    Kind(String key, String done, String notDone) {
      this(key, done, notDone, "", Set.of());
    }

    Kind(String key, String done, String notDone, String before, Set<Stage> atTheCard) {
      this.key = key;
      this.done = done;
      this.notDone = notDone;
      this.before = before;
      this.atTheCard = atTheCard;
    }

    /// As it stands in the book.
    public String key() {
      return key;
    }

    /// Whether it may change the profile in use, which some modems see only after a cycle of their
    /// radio.
    boolean switches() {
      return this == ENABLE || this == DISABLE || this == MEMORY_RESET;
    }

    /// The stages from which on the card may have done it; none where to find a card as it was
    /// wanted is all there is to it.
    Set<Stage> atTheCard() {
      return atTheCard;
    }

    /// Why the card looks as if it had been done, where it was never asked.
    String before() {
      return before;
    }

    /// What a verdict means for it, in words.
    public String words(Verdict verdict) {
      return switch (verdict) {
        case DONE -> done;
        case NOT_DONE -> notDone;
        case UNDECIDED -> "undecided";
      };
    }

    static Kind of(String key) {
      return Arrays.stream(values())
          .filter(each -> each.key.equals(key))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no kind of intent: " + key));
    }
  }

  /// What the card says became of it.
  public enum Verdict {
    /// It is so.
    DONE("done"),
    /// It is not so, and nothing of it is left.
    NOT_DONE("not-done"),
    /// The card could not be asked, or is another one.
    UNDECIDED("undecided");

    private final String key;

    Verdict(String key) {
      this.key = key;
    }

    /// As it stands in the book.
    public String key() {
      return key;
    }

    static Optional<Verdict> of(String key) {
      return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }
  }

  /// Whether it came so far that the card may have done it.
  boolean atTheCard() {
    return kind.atTheCard().isEmpty()
        || Stage.of(stage).filter(kind.atTheCard()::contains).isPresent();
  }

  /// Whether nothing final is known of it.
  public boolean open() {
    return verdict.filter(each -> each != Verdict.UNDECIDED).isEmpty();
  }
}
