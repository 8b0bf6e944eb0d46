package simwright.job;

import java.util.Optional;
import simwright.euicc.NotificationMetadata;
import simwright.fault.Fault;

/// What a card still has to tell a server, and why it could not be told; the card keeps it. What it
/// is stays unknown where the card itself could not be asked.
public record Undelivered(String device, Optional<NotificationMetadata> what, Fault why) {
  /// For whom it is; empty where that is unknown.
  public String server() {
    return what.map(NotificationMetadata::address).orElse("");
  }
}
