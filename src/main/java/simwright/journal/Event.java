package simwright.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simwright.identity.Identifier;

/// What was asked and what came of it. Fields hold text, whole numbers, booleans, identifiers, and
/// lists or maps of these; measured values are text with their unit beside them, so that no
/// reader's floating point can change a record.
public sealed interface Event {
  /// The kind in lower case with dots, stable for ever: `job.asked`.
  String kind();

  /// What the record holds beside who, when and where, in a fixed order.
  Map<String, Object> fields();

  /// A person asked for an act on a device ("" when none).
  record Asked(String job, String act, String device, Map<String, Object> with) implements Event {
    @Override
    public String kind() {
      return "job.asked";
    }

    @Override
    public Map<String, Object> fields() {
      return of("job", job, "act", act, "device", device, "with", with);
    }
  }

  /// The act ended: `outcome` is done, failed, cancelled or interrupted; `fault` is a code or "".
  record Done(String job, String act, String device, String outcome, String fault, String note)
      implements Event {
    @Override
    public String kind() {
      return "job.done";
    }

    @Override
    public Map<String, Object> fields() {
      return of(
          "job", job, "act", act, "device", device, "outcome", outcome, "fault", fault, "note",
          note);
    }
  }

  /// Something on a device was changed: what, from what, to what (never secrets).
  record Effect(String job, String device, String what, String before, String after)
      implements Event {
    @Override
    public String kind() {
      return "device.effect";
    }

    @Override
    public Map<String, Object> fields() {
      return of("job", job, "device", device, "what", what, "before", before, "after", after);
    }
  }

  /// A device appeared, vanished, was opened, released to another program or taken back.
  record Presence(String device, String what, String link, boolean simulated) implements Event {
    @Override
    public String kind() {
      return "device.presence";
    }

    @Override
    public Map<String, Object> fields() {
      return of("device", device, "what", what, "link", link, "simulated", simulated);
    }
  }

  /// Identities seen together in one device.
  record IdentitySeen(
      String device, String maker, String model, List<Identifier> identities, boolean simulated)
      implements Event {
    @Override
    public String kind() {
      return "identity.seen";
    }

    @Override
    public Map<String, Object> fields() {
      return of(
          "device",
          device,
          "maker",
          maker,
          "model",
          model,
          "identities",
          identities,
          "simulated",
          simulated);
    }
  }

  /// A step of an acceptance run, or a run's start or end: `part` is run.started, step.finished or
  /// run.finished.
  record RunPart(String run, String part, Map<String, Object> content) implements Event {
    @Override
    public String kind() {
      return "acceptance." + part;
    }

    @Override
    public Map<String, Object> fields() {
      return of("run", run, "content", content);
    }
  }

  /// A stage of a provisioning came to an end: `outcome` is done, refused or failed; what it was
  /// about, never a code or a key.
  record Provisioned(
      String job, String device, String stage, String outcome, Map<String, Object> with)
      implements Event {
    @Override
    public String kind() {
      return "lpa.stage";
    }

    @Override
    public Map<String, Object> fields() {
      return of("job", job, "device", device, "stage", stage, "outcome", outcome, "with", with);
    }
  }

  /// An operator's order came further: `what` is download, confirm, release, cancel or progress;
  /// what it is about, never a matching identifier or a code.
  record Ordered(String job, String what, Map<String, Object> with) implements Event {
    @Override
    public String kind() {
      return "order." + what;
    }

    @Override
    public Map<String, Object> fields() {
      return of("job", job, "with", with);
    }
  }

  /// Whom the program believes was changed by a person, or use was made of that: `what` is
  /// excepted, withdrawn or used.
  record Trusted(String what, Map<String, Object> content) implements Event {
    @Override
    public String kind() {
      return "trust." + what;
    }

    @Override
    public Map<String, Object> fields() {
      return content;
    }
  }

  /// An alarm was raised, acknowledged or cleared.
  record Alarmed(String alarm, String what, String device, String text) implements Event {
    @Override
    public String kind() {
      return "alarm." + what;
    }

    @Override
    public Map<String, Object> fields() {
      return of("alarm", alarm, "device", device, "text", text);
    }
  }

  /// Entries of the registry of compatible devices came from elsewhere: `what` is imported.
  record Registered(String what, Map<String, Object> content) implements Event {
    @Override
    public String kind() {
      return "registry." + what;
    }

    @Override
    public Map<String, Object> fields() {
      return content;
    }
  }

  /// The catalog of profiles was changed: `what` is part (of an import that ends with imported),
  /// imported, changed, moved, migrated, retired or reconciled; `content` has the sentence in
  /// `words`.
  record Catalogued(String what, Map<String, Object> content) implements Event {
    @Override
    public String kind() {
      return "catalog." + what;
    }

    @Override
    public Map<String, Object> fields() {
      return content;
    }
  }

  /// A selection of a profile for a device, or what came of it: `what` is decided, carried-out or
  /// policy; `content` has the sentence in `words`.
  record Selected(String what, String device, Map<String, Object> content) implements Event {
    @Override
    public String kind() {
      return "failover." + what;
    }

    @Override
    public Map<String, Object> fields() {
      return of("device", device, "content", content);
    }
  }

  /// Data that a device carried, or the rules for it: `what` is counted, reset, imported or budget;
  /// `content` has the sentence in `words`.
  record Carried(String what, String device, Map<String, Object> content) implements Event {
    @Override
    public String kind() {
      return "data." + what;
    }

    @Override
    public Map<String, Object> fields() {
      return of("device", device, "content", content);
    }
  }

  /// The book's own events: opened, closed, signed in, key rotated, clock stepped, refused,
  /// exported, archived, forgotten.
  record Book(String what, Map<String, Object> content) implements Event {
    @Override
    public String kind() {
      return "book." + what;
    }

    @Override
    public Map<String, Object> fields() {
      return content;
    }
  }

  private static Map<String, Object> of(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
