package simwright.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.euicc.InstallationResult;
import simwright.euicc.ProfileInfo;
import simwright.identity.Iccid;
import simwright.lpa.ProfileDownload;
import simwright.rsp.ActivationCode;

/// The profiles on the eUICC of a device: list, download, enable, disable, rename, delete.
@Command(
    name = "profiles",
    description = "List, download, enable, disable, rename and delete profiles on an eUICC.",
    footer = {
      "",
      "Examples:",
      "  simwright profiles list /dev/ttyUSB2",
      "  simwright profiles download /dev/ttyUSB2 --code 'LPA:1$smdp.example.com$ABC-123'"
    })
public final class ProfilesCommand {
  private static final Duration LONGEST = Duration.ofMinutes(20);

  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public ProfilesCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "list",
      description = "List the profiles.",
      footer = {"", "Examples:", "  simwright profiles list /dev/ttyUSB2 --json"})
  int list(
      @Mixin Place place,
      @Parameters(paramLabel = "LINK", description = "The device.") String link,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      var reading =
          Work.done(
              program,
              terminal,
              session.cards().read(id(session, link), Attendant.absent()),
              LONGEST);
      if (json) {
        terminal.json(
            Map.of("profiles", reading.profiles().stream().map(ProfilesCommand::node).toList()));
      } else if (reading.profiles().isEmpty()) {
        terminal.line("There is no profile on this card.");
      } else {
        reading.profiles().forEach(each -> terminal.line(line(each)));
      }
      return Exit.PASSED;
    }
  }

  @Command(
      name = "download",
      description = "Download and install a profile.",
      footer = {
        "",
        "Examples:",
        "  simwright profiles download /dev/ttyUSB2 --code 'LPA:1$smdp.example.com$ABC-123'"
      })
  int download(
      @Mixin Place place,
      @Parameters(paramLabel = "LINK", description = "The device.") String link,
      @Option(
              names = "--code",
              required = true,
              paramLabel = "CODE",
              description = "The activation code.")
          String code,
      @Option(
              names = "--confirmation-code",
              paramLabel = "CODE",
              description = "The confirmation code, where the order has one.")
          @Nullable String confirmation,
      @Option(names = "--yes", description = "Consent without being asked.") boolean yes,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    ActivationCode read = ActivationCode.read(code);
    try (Session session = program.open(place)) {
      ProfileDownload.Result result =
          Work.done(
              program,
              terminal,
              session
                  .cards()
                  .download(
                      id(session, link),
                      read,
                      Optional.ofNullable(confirmation).map(String::toCharArray),
                      attendant(yes)),
              LONGEST);
      if (json) {
        terminal.json(node(result));
      } else {
        terminal.line(
            (result.installed() ? "Installed, disabled: " : "Not installed: ")
                + line(result.announced())
                + failure(result).map(each -> "  (simwright explain " + each + ")").orElse(""));
      }
      return result.installed() ? Exit.PASSED : Exit.FAILED;
    }
  }

  @Command(
      name = "enable",
      description = "Enable a profile; the one in use is disabled.",
      footer = {"", "Examples:", "  simwright profiles enable /dev/ttyUSB2 8988211000000900011"})
  int enable(
      @Mixin Place place,
      @Parameters(paramLabel = "LINK", description = "The device.") String link,
      @Parameters(paramLabel = "ICCID", description = "The profile.") String iccid,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      return changed(
          Work.done(
              program,
              terminal,
              session.cards().enable(id(session, link), new Iccid(iccid), Attendant.absent()),
              LONGEST),
          json);
    }
  }

  @Command(
      name = "disable",
      description = "Disable the profile in use.",
      footer = {"", "Examples:", "  simwright profiles disable /dev/ttyUSB2 8988211000000900011"})
  int disable(
      @Mixin Place place,
      @Parameters(paramLabel = "LINK", description = "The device.") String link,
      @Parameters(paramLabel = "ICCID", description = "The profile.") String iccid,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      return changed(
          Work.done(
              program,
              terminal,
              session.cards().disable(id(session, link), new Iccid(iccid), Attendant.absent()),
              LONGEST),
          json);
    }
  }

  @Command(
      name = "rename",
      description = "Give a profile a nickname.",
      footer = {
        "",
        "Examples:",
        "  simwright profiles rename /dev/ttyUSB2 8988211000000900011 Spare"
      })
  int rename(
      @Mixin Place place,
      @Parameters(paramLabel = "LINK", description = "The device.") String link,
      @Parameters(paramLabel = "ICCID", description = "The profile.") String iccid,
      @Parameters(paramLabel = "NAME", description = "At most 64 bytes.") String name,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      return changed(
          Work.done(
              program,
              terminal,
              session.cards().rename(id(session, link), new Iccid(iccid), name, Attendant.absent()),
              LONGEST),
          json);
    }
  }

  @Command(
      name = "delete",
      description = "Delete a profile that is not in use, for good.",
      footer = {"", "Examples:", "  simwright profiles delete /dev/ttyUSB2 8988211000000900011"})
  int delete(
      @Mixin Place place,
      @Parameters(paramLabel = "LINK", description = "The device.") String link,
      @Parameters(paramLabel = "ICCID", description = "The profile.") String iccid,
      @Option(names = "--yes", description = "Confirm without being asked.") boolean yes,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      boolean gone =
          Work.done(
              program,
              terminal,
              session.cards().delete(id(session, link), new Iccid(iccid), attendant(yes)),
              LONGEST);
      if (json) {
        terminal.json(Map.of("deleted", gone));
      } else {
        terminal.line("The profile is deleted.");
      }
      return Exit.PASSED;
    }
  }

  private static String id(Session session, String link) {
    return session.acts().idOf(session.address(link));
  }

  private Attendant attendant(boolean yes) {
    Attendant asking = new TerminalAttendant(terminal);
    return new Attendant() {
      @Override
      public <A> Optional<A> ask(Question<A> question) {
        boolean agreed =
            yes
                && (question instanceof Question.Consent
                    || question instanceof Question.TypedConfirmation);
        if (agreed) {
          @SuppressWarnings("unchecked")
          Optional<A> answer = (Optional<A>) Optional.of(true);
          return answer;
        }
        return asking.ask(question);
      }
    };
  }

  private int changed(ProfileInfo profile, boolean json) {
    if (json) {
      terminal.json(node(profile));
    } else {
      terminal.line(line(profile));
    }
    return Exit.PASSED;
  }

  private static Map<String, Object> node(ProfileDownload.Result result) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("installed", result.installed());
    node.put("code", failure(result).orElse(null));
    node.put("packageBytes", result.packageBytes());
    node.put("profile", node(result.announced()));
    return node;
  }

  private static Optional<String> failure(ProfileDownload.Result result) {
    return result.result() instanceof InstallationResult.Failed failed
        ? Optional.of(failed.code().toString())
        : Optional.empty();
  }

  private static Map<String, Object> node(ProfileInfo profile) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("iccid", profile.iccid().map(Iccid::value).orElse(null));
    node.put("state", profile.state().map(each -> ProbeNode.lower(each.name())).orElse(null));
    node.put(
        "class", profile.profileClass().map(each -> ProbeNode.lower(each.name())).orElse(null));
    node.put("name", profile.name().orElse(null));
    node.put("nickname", profile.nickname().orElse(null));
    node.put("provider", profile.provider().orElse(null));
    node.put("mayNotDisable", profile.rules().mayNotDisable());
    node.put("mayNotDelete", profile.rules().mayNotDelete());
    return node;
  }

  private static String line(ProfileInfo profile) {
    return (profile.enabled() ? "● " : "◌ ")
        + profile.iccid().map(Iccid::value).orElse("no ICCID")
        + "  "
        + profile.nickname().or(profile::name).orElse("without a name")
        + "  "
        + profile.provider().orElse("");
  }
}
