package simwright.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.fault.Fault;
import simwright.lpa.HostExceptions;
import simwright.lpa.ServerCheck;
import simwright.lpa.ServerReport;
import simwright.lpa.Servers;
import simwright.rsp.ServerName;
import simwright.rsp.trust.HostException;
import simwright.rsp.trust.TrustCodes;

/// What a person can do with a server alone, without a card, and what they can except for it.
public final class ServerActs {
  /// Making and withdrawing exceptions, which needs the right to govern.
  public static final String EXCEPT = "server.except";

  private static final Duration PERSON = Duration.ofMinutes(5);

  private final Jobs jobs;
  private final Servers servers;
  private final HostExceptions exceptions;

  /// With these servers and exceptions.
  public ServerActs(Jobs jobs, Servers servers, HostExceptions exceptions) {
    this.jobs = jobs;
    this.servers = servers;
    this.exceptions = exceptions;
  }

  /// Checks how a server shows itself and whether it answers.
  public Job<ServerReport> check(String host, Attendant attendant) {
    String name = ServerName.checked(host);
    return jobs.start(
        new JobRequest("server.check", "", Map.of("server", name, "lab", servers.lab())),
        attendant,
        context ->
            new ServerCheck(context.noting(servers), context.progress(), context.cancel())
                .check(name));
  }

  /// Excepts one TLS certificate (its SHA-256) of one host until a time, once the host's name was
  /// typed.
  public Job<HostException> except(
      String host, String certificate, Instant until, String because, Attendant attendant) {
    HostException asked =
        HostException.asked(host, certificate, until, because, servers.time().now());
    return jobs.start(
        new JobRequest(
            EXCEPT,
            "",
            Map.of(
                "server",
                asked.host(),
                "certificate",
                asked.certificate(),
                "until",
                until.toString())),
        attendant,
        context -> {
          confirm(asked, context.attendant());
          exceptions.make(asked);
          return asked;
        });
  }

  private static void confirm(HostException asked, Attendant attendant) {
    boolean typed =
        attendant
            .ask(
                new Question.TypedConfirmation(
                    "Believe " + asked.host() + " by an exception?",
                    "Until "
                        + asked.until()
                        + " its TLS certificate "
                        + asked.hint()
                        + " is believed although it has ended, leads to no root that is known"
                        + " here, or is for another name. Whoever has its key can read what is"
                        + " sent. Type the host's name.",
                    asked.host(),
                    PERSON))
            .orElse(false);
    if (!typed) {
      throw new Fault(TrustCodes.EXCEPTION_UNCONFIRMED, "making an exception", asked.host());
    }
  }

  /// Withdraws what is excepted for a host, or for one certificate of it.
  public Job<List<HostException>> withdraw(
      String host, Optional<String> certificate, Attendant attendant) {
    String name = ServerName.checked(host);
    return jobs.start(
        new JobRequest(EXCEPT, "", Map.of("server", name, "withdraw", true)),
        attendant,
        context -> exceptions.withdraw(name, certificate.map(HostException::plain)));
  }

  /// What is excepted, oldest first; some may have ended.
  public List<HostExceptions.Line> exceptions() {
    return exceptions.lines();
  }
}
