package simwright.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import simwright.audit.Audit;
import simwright.catalog.access.FoundContext;
import simwright.identity.Redactor;
import simwright.journal.Event;
import simwright.journal.Recorded;

/// How the access points of a device were when they were last read, as the log tells it: what is
/// otherwise now was changed meanwhile.
final class AccessMemory {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WHAT = "access points";
  private static final String ELSEWHERE = WHAT + ", changed elsewhere";
  private static final String KIND = "device.effect";

  private final Audit audit;

  AccessMemory(Audit audit) {
    this.audit = audit;
  }

  /// What is compared: the profile, and the contexts and the card's list in words.
  record Seen(String profile, String text) {
    static Seen of(String profile, List<FoundContext> contexts, Optional<List<String>> allowed) {
      String text =
          contexts.stream()
              .map(each -> each.cid() + " " + each.words())
              .collect(Collectors.joining(", "));
      return new Seen(
          profile, text + allowed.map(each -> ", card: " + String.join(" ", each)).orElse(""));
    }

    private String written() {
      return Redactor.redact(profile + ": " + text);
    }
  }

  /// Takes down how it is now where that is new; what was changed elsewhere since the last time,
  /// for the same profile.
  Optional<ApnReport.Changed> seen(String job, String device, Seen now) {
    Optional<Last> last = last(device);
    if (last.isEmpty()) {
      note(job, device, WHAT, "", now);
      return Optional.empty();
    }
    Last before = last.get();
    if (before.text().equals(now.written())) {
      return Optional.empty();
    }
    boolean same = before.text().startsWith(Redactor.redact(now.profile()) + ": ");
    note(job, device, same ? ELSEWHERE : WHAT, before.text(), now);
    return same
        ? Optional.of(
            new ApnReport.Changed(
                before.recorded().at(),
                before.text().substring(now.profile().length() + 2),
                now.text()))
        : Optional.empty();
  }

  /// Takes down how it is after a change from here.
  void changed(String job, String device, Seen now) {
    String before = last(device).map(Last::text).orElse("");
    if (!before.equals(now.written())) {
      note(job, device, WHAT, before, now);
    }
  }

  private void note(String job, String device, String what, String before, Seen now) {
    var unused = audit.append(new Event.Effect(job, device, what, before, now.written()));
  }

  private record Last(Recorded recorded, String text) {}

  private Optional<Last> last(String device) {
    return audit.search(WHAT + " " + Redactor.redact(device), Long.MAX_VALUE, 20).stream()
        .filter(each -> each.kind().equals(KIND))
        .flatMap(each -> of(each, device).stream())
        .findFirst();
  }

  private static Optional<Last> of(Recorded recorded, String device) {
    try {
      JsonNode fields = JSON.readTree(recorded.line()).path("fields");
      boolean mine =
          fields.path("device").asText().equals(Redactor.redact(device))
              && fields.path("what").asText().startsWith(WHAT);
      return mine
          ? Optional.of(new Last(recorded, fields.path("after").asText()))
          : Optional.empty();
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }
}
