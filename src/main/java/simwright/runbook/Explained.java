package simwright.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.fault.FaultCode;

/// A piece of what a device said, in words: the piece or its name, its value with unit, what that
/// means, where it is laid down, the runbook entry that says what to do, and its parts.
public record Explained(
    String text,
    String value,
    String meaning,
    String clause,
    Optional<FaultCode> entry,
    List<Explained> parts) {
  private static final int LONGEST = 300;
  private static final String UNKNOWN = "not understood";

  /// A name, a value and what it means.
  public static Explained of(String text, String value, String meaning) {
    return new Explained(text, value, meaning, "", Optional.empty(), List.of());
  }

  /// What nobody has words for.
  public static Explained unknown(String text) {
    return of(text, "", UNKNOWN);
  }

  /// The same with its clause.
  public Explained at(String where) {
    return new Explained(text, value, meaning, where, entry, parts);
  }

  /// The same pointing to a runbook entry.
  public Explained see(FaultCode code) {
    return new Explained(text, value, meaning, clause, Optional.of(code), parts);
  }

  /// The same with its parts.
  public Explained with(List<Explained> inside) {
    return new Explained(text, value, meaning, clause, entry, List.copyOf(inside));
  }

  /// Whether there are words for it.
  public boolean understood() {
    return !meaning.equals(UNKNOWN);
  }

  /// All runbook entries this and its parts point to, first come first.
  public List<FaultCode> entries() {
    List<FaultCode> all = new ArrayList<>();
    entry.ifPresent(all::add);
    for (Explained part : parts) {
      part.entries().stream().filter(code -> !all.contains(code)).forEach(all::add);
    }
    return all;
  }

  /// The whole in one line, for beside an answer, cut where it would be long; "" where nothing is
  /// understood.
  public String sentence() {
    if (!understood()) {
      return "";
    }
    List<String> said = new ArrayList<>();
    for (Explained part : parts) {
      if (part.understood()) {
        said.add(part.brief());
      }
    }
    String inside = String.join("; ", said);
    if (inside.length() > LONGEST) {
      inside = inside.substring(0, LONGEST) + " ...";
    }
    return inside.isEmpty() ? meaning : meaning.isEmpty() ? inside : meaning + ": " + inside;
  }

  private String brief() {
    if (!parts.isEmpty()) {
      return sentence();
    }
    String head = value.isEmpty() ? text : text + " " + value;
    return meaning.isEmpty() ? head : value.isEmpty() ? meaning : head + " (" + meaning + ")";
  }
}
