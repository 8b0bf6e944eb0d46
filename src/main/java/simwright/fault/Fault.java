package simwright.fault;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import simwright.identity.Redactor;

/// The one exception of the house: a broken conversation or a refused act, with its code, what we
/// were doing, where, and the bytes that show it. Messages never hold identifiers, whoever writes
/// them: they are shortened here. Secrets are masked by whoever knows them.
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient FaultCode code;
  private final String doing;
  private final String where;
  private final @Nullable String evidence;
  private final @Nullable String state;

  /// What went wrong, while doing what (a gerund: "reading the ICCID"), and where (a device or link
  /// as a person knows it).
  public Fault(FaultCode code, String doing, String where) {
    this(code, doing, where, null, null);
  }

  /// The same with printable evidence (escaped bytes or a reply line) and the cause. Evidence is
  /// told as it is, as it may be a path to be typed; who prints it into a report shortens it.
  public Fault(
      FaultCode code,
      String doing,
      String where,
      @Nullable String evidence,
      @Nullable Throwable cause) {
    this(code, doing, where, evidence, null, cause);
  }

  private Fault(
      FaultCode code,
      String doing,
      String where,
      @Nullable String evidence,
      @Nullable String state,
      @Nullable Throwable cause) {
    super(code + " while " + Redactor.redact(doing) + " (" + where + ")", cause);
    this.code = code;
    this.doing = Redactor.redact(doing);
    this.where = where;
    this.evidence = evidence;
    this.state = state;
  }

  /// The same, once it is known in which state it left the device; a sentence.
  public Fault leaving(String found) {
    return new Fault(code, doing, where, evidence, Redactor.redact(found), this);
  }

  /// The code to look up in the runbook.
  public FaultCode code() {
    return code;
  }

  /// What we were doing, as a gerund.
  public String doing() {
    return doing;
  }

  /// The device, link or file it happened at.
  public String where() {
    return where;
  }

  /// Printable evidence, when there is any.
  public Optional<String> evidence() {
    return Optional.ofNullable(evidence);
  }

  /// The state in which the device was found after it, when that was looked at; else the runbook
  /// tells what is to be expected.
  public Optional<String> state() {
    return Optional.ofNullable(state);
  }
}
