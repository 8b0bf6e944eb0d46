package simwright.job;

import java.util.Map;
import simwright.ask.Attendant;
import simwright.lpa.ServerCheck;
import simwright.lpa.ServerReport;
import simwright.lpa.Servers;

/// What a person can do with a server alone, without a card.
public final class ServerActs {
  private final Jobs jobs;
  private final Servers servers;

  /// With these servers.
  public ServerActs(Jobs jobs, Servers servers) {
    this.jobs = jobs;
    this.servers = servers;
  }

  /// Checks how a server shows itself and whether it answers.
  public Job<ServerReport> check(String host, Attendant attendant) {
    return jobs.start(
        new JobRequest("server.check", "", Map.of("server", host, "lab", servers.lab())),
        attendant,
        context -> new ServerCheck(servers, context.progress(), context.cancel()).check(host));
  }
}
