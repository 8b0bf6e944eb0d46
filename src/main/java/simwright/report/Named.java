package simwright.report;

import java.util.Map;
import java.util.Optional;
import simwright.acceptance.Run;
import simwright.identity.Redactor;

/// The identities of devices as papers may tell them: `values` holds what stands behind each
/// pseudonym, as far as it is still kept; an IMEI is shown whole, all others only to a reader for
/// whom the paper is `identified`.
public record Named(Map<String, String> values, boolean identified) {
  private static final String WHOLE = "imei";

  /// One identity of a run's device, as it may be shown; empty where it was not read.
  Optional<String> of(Run run, String kind) {
    return Optional.ofNullable(run.subject().identities().get(kind))
        .map(pseudonym ->
            Optional.ofNullable(values.get(pseudonym))
                .filter(value -> value.matches("[0-9A-Fa-f]+"))
                .map(value -> identified || kind.equals(WHOLE) ? value : Redactor.redact(value))
                .orElse("forgotten"));
  }
}
