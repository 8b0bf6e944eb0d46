package simwright.rsp;

import java.util.Optional;
import simwright.fault.FaultCode;

/// How a server says that it did it, or why not (SGP.22 clause 6.5.1.4): codes are dotted texts and
/// are compared as such.
public record Status(boolean executed, Optional<Reason> reason) {
  private static final String SUCCESS = "Executed-Success";

  /// What is wrong: subject and reason, and whatever words the server adds.
  public record Reason(
      String subject, String code, Optional<String> identifier, Optional<String> message) {
    /// The code to look up: `es9+/8.2.6-3.8`.
    public FaultCode fault(String layer) {
      return new FaultCode(layer, subject + "-" + code);
    }
  }

  /// Done.
  public static Status done() {
    return new Status(true, Optional.empty());
  }

  /// Not done.
  public static Status failed(String subject, String code, String message) {
    return new Status(
        false, Optional.of(new Reason(subject, code, Optional.empty(), Optional.of(message))));
  }

  /// Reads the header of an answer; an answer without one counts as done, as ES9+ servers differ
  /// there.
  public static Status read(Fields answer) {
    return inside(answer.inside("header").inside("functionExecutionStatus"));
  }

  /// Reads it where it stands in the fields themselves; nothing there counts as done.
  public static Status inside(Fields status) {
    Optional<String> said = status.textIfThere("status");
    if (said.isEmpty() || said.get().startsWith("Executed")) {
      return done();
    }
    Fields data = status.inside("statusCodeData");
    return new Status(
        false,
        data.textIfThere("subjectCode")
            .map(subject ->
                new Reason(
                    subject.strip(),
                    data.textIfThere("reasonCode").orElse("").strip(),
                    data.textIfThere("subjectIdentifier"),
                    data.textIfThere("message"))));
  }

  /// Puts the header into an answer.
  public Fields into(Fields answer) {
    return answer.put("header", Fields.empty().put("functionExecutionStatus", fields()));
  }

  /// Its own fields.
  public Fields fields() {
    Fields status = Fields.empty().put("status", executed ? SUCCESS : "Failed");
    reason.ifPresent(why -> {
      Fields data = Fields.empty().put("subjectCode", why.subject).put("reasonCode", why.code);
      why.identifier.ifPresent(text -> data.put("subjectIdentifier", text));
      why.message.ifPresent(text -> data.put("message", text));
      status.put("statusCodeData", data);
    });
    return status;
  }
}
