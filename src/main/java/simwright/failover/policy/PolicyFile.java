package simwright.failover.policy;

import java.util.List;
import simwright.document.WrittenFile;

/// A policy that was read, with the text it was read from and what is doubtful in it.
public record PolicyFile(Policy policy, WrittenFile file, boolean own, List<Finding> findings) {
  public PolicyFile {
    findings = List.copyOf(findings);
  }

  /// Whether nothing in it is wrong; it may be doubtful.
  public boolean sound() {
    return findings.stream().noneMatch(Finding::wrong);
  }

  /// Its text as a person wrote it.
  public String text() {
    return file.text();
  }
}
