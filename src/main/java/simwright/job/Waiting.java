package simwright.job;

import java.util.Set;

/// The servers that the card of a device was found to have something for.
public record Waiting(String device, Set<String> servers) {
  public Waiting {
    servers = Set.copyOf(servers);
  }
}
