package simwright.lpa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Past;
import simwright.journal.Recorded;
import simwright.rsp.trust.Exceptions;
import simwright.rsp.trust.HostException;
import simwright.rsp.trust.TrustCodes;

/// The exceptions that stand in the log, and nowhere else: made, withdrawn and made use of by
/// records. The log is read when an exception is asked for, and not before.
public final class HostExceptions implements Exceptions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Journal journal;
  private final Map<Key, Line> lines = new LinkedHashMap<>();
  private long next = 1;

  /// Of this log.
  public HostExceptions(Journal journal) {
    this.journal = journal;
  }

  private record Key(String host, String certificate) {}

  /// An exception as it stands: who made it and when, how often use was made of it and when last.
  public record Line(
      HostException exception, String person, Instant made, int uses, Optional<Instant> last) {
    private Line used(Instant at) {
      return new Line(exception, person, made, uses + 1, Optional.of(at));
    }
  }

  /// Those that were not withdrawn, oldest first; some may have ended.
  public synchronized List<Line> lines() {
    next = Past.read(journal, next, this::take) + 1;
    return List.copyOf(lines.values());
  }

  @Override
  public List<HostException> all() {
    return lines().stream().map(Line::exception).toList();
  }

  /// Makes one; it takes the place of an earlier one for the same host and certificate.
  public void make(HostException exception) {
    append("excepted", about(exception));
  }

  /// Withdraws those of a host, or the one for a certificate; throws `trust/no-exception` where
  /// there is none. Gives what was withdrawn.
  public List<HostException> withdraw(String host, Optional<String> certificate) {
    List<HostException> found =
        all().stream()
            .filter(each -> each.host().equals(host))
            .filter(each -> certificate.map(each.certificate()::equals).orElse(true))
            .toList();
    if (found.isEmpty()) {
      throw new Fault(TrustCodes.NO_EXCEPTION, "withdrawing an exception", host);
    }
    found.forEach(each -> append("withdrawn", about(each)));
    return found;
  }

  @Override
  public void used(HostException.Use use) {
    Map<String, Object> content = about(use.exception());
    content.put("findings", use.findings().stream().map(FaultCode::toString).toList());
    append("used", content);
  }

  private void append(String what, Map<String, Object> content) {
    Recorded unused = journal.append(new Event.Trusted(what, content));
  }

  private static Map<String, Object> about(HostException exception) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("host", exception.host());
    content.put("certificate", exception.certificate());
    content.put("until", exception.until().toString());
    content.put("because", exception.because());
    return content;
  }

  private void take(Recorded recorded) {
    if (!recorded.kind().startsWith("trust.")) {
      return;
    }
    JsonNode fields = fields(recorded);
    Key key = new Key(fields.path("host").asText(), fields.path("certificate").asText());
    switch (recorded.kind()) {
      case "trust.excepted" -> {
        lines.remove(key);
        line(recorded, key, fields).ifPresent(line -> lines.put(key, line));
      }
      case "trust.withdrawn" -> lines.remove(key);
      default -> lines.computeIfPresent(key, (_, line) -> line.used(recorded.at()));
    }
  }

  /// What cannot be read excepts nothing.
  private static Optional<Line> line(Recorded recorded, Key key, JsonNode fields) {
    try {
      HostException exception =
          new HostException(
              key.host(),
              key.certificate(),
              Instant.parse(fields.path("until").asText()),
              fields.path("because").asText());
      return Optional.of(new Line(exception, recorded.actor(), recorded.at(), 0, Optional.empty()));
    } catch (DateTimeParseException damaged) {
      return Optional.empty();
    }
  }

  private static JsonNode fields(Recorded recorded) {
    try {
      return JSON.readTree(recorded.line()).path("fields");
    } catch (JsonProcessingException damaged) {
      return JSON.createObjectNode();
    }
  }
}
