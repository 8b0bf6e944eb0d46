package simwright.cli;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.ask.Attendant;
import simwright.euicc.InstallationResult;
import simwright.euicc.MemoryReset;
import simwright.euicc.ProfileInfo;
import simwright.identity.Iccid;
import simwright.identity.Identifier;
import simwright.identity.Imei;
import simwright.lpa.ProfileDownload;
import simwright.lpa.ProvenSwitch;
import simwright.rsp.ActivationCode;

/// The profiles on the eUICC of a device: list, download, enable, disable, rename, delete, reset.
@Command(
    name = "profiles",
    description =
        "List, download, enable, disable, rename and delete profiles on an eUICC, or all.",
    footer = {
      "",
      "Examples:",
      "  simwright profiles list /dev/ttyUSB2",
      "  simwright profiles download /dev/ttyUSB2 --code 'LPA:1$smdp.example.com$ABC-123'"
    })
public final class ProfilesCommand {
  private static final String BEYOND =
      "The last four digits of the EID, to switch beyond the limit of the card without being"
          + " asked.";

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
  int list(@Mixin CardOption card) {
    List<ProfileInfo> profiles =
        card.act(program, terminal, (acts, id) -> acts.profiles(id, Attendant.absent()));
    if (card.json) {
      terminal.json(Map.of("profiles", profiles.stream().map(ProfileWords::node).toList()));
    } else if (profiles.isEmpty()) {
      terminal.line("There is no profile on this card.");
    } else {
      profiles.forEach(each -> terminal.line(ProfileWords.line(each)));
    }
    return Exit.PASSED;
  }

  @Command(
      name = "download",
      description = "Download and install a profile.",
      footer = {
        "",
        "Who is not asked for consent is asked all the same before what may be the last code the",
        "order takes is sent, and before a package is loaded that may not fit; where nobody is",
        "there to ask, neither is done.",
        "",
        "Examples:",
        "  simwright profiles download /dev/ttyUSB2 --code 'LPA:1$smdp.example.com$ABC-123'",
        "  simwright profiles download /dev/ttyUSB2 --qr code.png"
      })
  int download(
      @Mixin CardOption card,
      @ArgGroup(multiplicity = "1") CodeOption code,
      @Option(
              names = "--confirmation-code",
              paramLabel = "CODE",
              description = "The confirmation code, where the order has one.")
          @Nullable String confirmation,
      @Option(
              names = "--imei",
              paramLabel = "IMEI",
              description = "What to tell where the device has none, as a card reader: 15 digits.",
              converter = Typed.OfImei.class)
          @Nullable Imei imei,
      @Option(
              names = "--yes",
              description = "Consent to the profile and its policy rules without being asked.")
          boolean yes) {
    if (imei != null && imei.check() == Identifier.Check.WRONG) {
      // it is taken all the same: test devices have such
      terminal.say("The check digit of the IMEI is wrong.");
    }
    ActivationCode read = code.read(card, program, terminal);
    ProfileDownload.Result result =
        card.act(
            program,
            terminal,
            (acts, id) ->
                acts.download(
                    id,
                    read,
                    Optional.ofNullable(confirmation).map(String::toCharArray),
                    Optional.ofNullable(imei),
                    CardOption.attendant(program, terminal, yes, Optional.empty())));
    if (card.json) {
      terminal.json(node(result));
    } else {
      terminal.line(
          (result.installed() ? "Installed, disabled: " : "Not installed: ")
              + ProfileWords.line(result.announced())
              + failure(result).map(each -> "  (simwright explain " + each + ")").orElse(""));
    }
    return result.installed() ? Exit.PASSED : Exit.FAILED;
  }

  @Command(
      name = "enable",
      description =
          "Enable a profile and prove it; what does not come up is switched back. The one in use is"
              + " disabled.",
      footer = {
        "",
        "Examples:",
        "  simwright profiles enable /dev/ttyUSB2 8988211000000900011",
        "  simwright profiles enable /dev/ttyUSB2 8988211000000900011 --confirm 4711"
      })
  int enable(
      @Mixin CardOption card,
      @Parameters(
              index = "1",
              paramLabel = "ICCID",
              description = "The profile.",
              converter = Typed.OfIccid.class)
          Iccid profile,
      @Option(names = "--yes", description = "Consent to roaming without being asked.") boolean yes,
      @Option(names = "--confirm", paramLabel = "DIGITS", description = BEYOND)
          @Nullable String typed) {
    ProvenSwitch.Outcome outcome =
        card.act(
            program,
            terminal,
            (acts, id) ->
                acts.enable(
                    id,
                    profile,
                    CardOption.attendant(program, terminal, yes, Optional.ofNullable(typed))));
    if (card.json) {
      terminal.json(SwitchWords.node(outcome));
    } else {
      SwitchWords.lines(outcome).forEach(terminal::line);
    }
    return outcome.proven() ? Exit.PASSED : Exit.FAILED;
  }

  @Command(
      name = "disable",
      description = "Disable the profile in use.",
      footer = {"", "Examples:", "  simwright profiles disable /dev/ttyUSB2 8988211000000900011"})
  int disable(
      @Mixin CardOption card,
      @Parameters(
              index = "1",
              paramLabel = "ICCID",
              description = "The profile.",
              converter = Typed.OfIccid.class)
          Iccid profile,
      @Option(names = "--confirm", paramLabel = "DIGITS", description = BEYOND)
          @Nullable String typed) {
    return changed(
        card,
        card.act(
            program,
            terminal,
            (acts, id) ->
                acts.disable(
                    id,
                    profile,
                    CardOption.attendant(program, terminal, false, Optional.ofNullable(typed)))));
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
      @Mixin CardOption card,
      @Parameters(
              index = "1",
              paramLabel = "ICCID",
              description = "The profile.",
              converter = Typed.OfIccid.class)
          Iccid profile,
      @Parameters(index = "2", paramLabel = "NAME", description = "At most 64 bytes.")
          String name) {
    return changed(
        card,
        card.act(
            program, terminal, (acts, id) -> acts.rename(id, profile, name, Attendant.absent())));
  }

  @Command(
      name = "delete",
      description = "Delete a profile that is not in use, for good.",
      footer = {
        "",
        "Examples:",
        "  simwright profiles delete /dev/ttyUSB2 8988211000000900011 --confirm 0011"
      })
  int delete(
      @Mixin CardOption card,
      @Parameters(
              index = "1",
              paramLabel = "ICCID",
              description = "The profile.",
              converter = Typed.OfIccid.class)
          Iccid profile,
      @Option(names = "--yes", description = "Confirm the loss without being asked.") boolean yes,
      @Option(
              names = "--confirm",
              paramLabel = "DIGITS",
              description = "The last four digits of its ICCID, instead of typing them when asked.")
          @Nullable String typed) {
    boolean gone =
        card.act(
            program,
            terminal,
            (acts, id) ->
                acts.delete(
                    id,
                    profile,
                    CardOption.confirmed(program, terminal, yes, Optional.ofNullable(typed))));
    if (card.json) {
      terminal.json(Map.of("deleted", gone));
    } else {
      terminal.line("The profile is deleted.");
    }
    return Exit.PASSED;
  }

  @Command(
      name = "reset",
      description =
          "Take all operational profiles off the card for good, or only what is named by the"
              + " options.",
      footer = {
        "",
        "Examples:",
        "  simwright profiles reset /dev/ttyUSB2",
        "  simwright profiles reset /dev/ttyUSB2 --test-profiles --default-server"
      })
  int reset(
      @Mixin CardOption card,
      @Option(names = "--operational", description = "All operational profiles.")
          boolean operational,
      @Option(names = "--test-profiles", description = "Test profiles loaded in the field.")
          boolean test,
      @Option(names = "--default-server", description = "The address of the default server.")
          boolean address,
      @Option(names = "--yes", description = "Confirm the loss without being asked.") boolean yes,
      @Option(
              names = "--confirm",
              paramLabel = "DIGITS",
              description = "The last four digits of the EID, instead of typing them when asked.")
          @Nullable String typed) {
    Set<MemoryReset.What> what = EnumSet.noneOf(MemoryReset.What.class);
    if (operational || !(test || address)) {
      what.add(MemoryReset.What.OPERATIONAL_PROFILES);
    }
    if (test) {
      what.add(MemoryReset.What.FIELD_LOADED_TEST_PROFILES);
    }
    if (address) {
      what.add(MemoryReset.What.DEFAULT_SMDP_ADDRESS);
    }
    boolean done =
        card.act(
            program,
            terminal,
            (acts, id) ->
                acts.reset(
                    id,
                    what,
                    CardOption.confirmed(program, terminal, yes, Optional.ofNullable(typed))));
    if (card.json) {
      terminal.json(Map.of("reset", done));
    } else {
      terminal.line(
          done ? "The memory of the card is reset." : "The card had nothing of this to delete.");
    }
    return Exit.PASSED;
  }

  private int changed(CardOption card, ProfileInfo profile) {
    if (card.json) {
      terminal.json(ProfileWords.node(profile));
    } else {
      terminal.line(ProfileWords.line(profile));
    }
    return Exit.PASSED;
  }

  private static Map<String, Object> node(ProfileDownload.Result result) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("installed", result.installed());
    node.put("code", failure(result).orElse(null));
    node.put("packageBytes", result.packageBytes());
    node.put("profile", ProfileWords.node(result.announced()));
    return node;
  }

  private static Optional<String> failure(ProfileDownload.Result result) {
    return result.result() instanceof InstallationResult.Failed failed
        ? Optional.of(failed.code().toString())
        : Optional.empty();
  }
}
