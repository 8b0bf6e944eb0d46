package simwright.cli;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.euicc.InstallationResult;
import simwright.euicc.MemoryReset;
import simwright.euicc.ProfileInfo;
import simwright.identity.Identifier;
import simwright.identity.Imei;
import simwright.job.CardActs;
import simwright.job.Job;
import simwright.lpa.Intent;
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
    List<ProfileInfo> profiles = act(card, (acts, id) -> acts.profiles(id, Attendant.absent()));
    terminal.list(
        card.json,
        "profiles",
        profiles,
        ProfileWords::node,
        ProfileWords::line,
        "There is no profile on this card.");
    return Exit.PASSED;
  }

  @Command(
      name = "download",
      description = "Download and install a profile.",
      footer = {
        "",
        "Where nobody is at the terminal --yes is needed, else nothing is begun.",
        "With --yes you are asked all the same before what may be the last code the order takes is",
        "sent (unless with --last-code), and before a package is loaded that may not fit; where",
        "nobody is there to ask, neither is done.",
        "",
        "Examples:",
        "  simwright profiles download /dev/ttyUSB2 --code 'LPA:1$smdp.example.com$ABC-123'",
        "  simwright profiles download /dev/ttyUSB2 --qr code.png",
        "  cat code.txt | simwright profiles download /dev/ttyUSB2 --code - --yes"
      })
  int download(
      @Mixin CardOption card,
      @ArgGroup(multiplicity = "1") CodeOption code,
      @Option(
              names = "--confirmation-code",
              paramLabel = "CODE",
              description =
                  "The confirmation code, where the order has one; - reads it from the standard"
                      + " input, after an activation code that is read there, too.")
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
          boolean yes,
      @Option(
              names = Question.Consent.LAST_CODE,
              description =
                  "Send the confirmation code even if it may be the last the order takes.")
          boolean lastCode) {
    if (imei != null && imei.check() == Identifier.Check.WRONG) {
      // it is taken all the same: test devices have such
      terminal.say("The check digit of the IMEI is wrong.");
    }
    ActivationCode read = code.read(card, program, terminal);
    Optional<String> confirming =
        CodeOption.handed(confirmation, "Confirmation code: ", program, terminal);
    ProfileDownload.Result result =
        act(
            card,
            (acts, id) -> {
              card.answerable(yes, terminal, "whether the profile and its policy rules are wanted");
              return acts.download(
                  id,
                  read,
                  confirming.map(String::toCharArray),
                  Optional.ofNullable(imei),
                  CardOption.attendant(program, terminal, given(yes, lastCode), Optional.empty()));
            });
    terminal.result(
        card.json,
        node(result),
        (result.installed() ? "Installed, disabled: " : "Not installed: ")
            + ProfileWords.line(result.announced())
            + failure(result).map(each -> "  (simwright explain " + each + ")").orElse(""));
    return result.installed() ? Exit.PASSED : Exit.FAILED;
  }

  private static Set<String> given(boolean yes, boolean lastCode) {
    Set<String> given = new HashSet<>();
    if (yes) {
      given.add(Question.Consent.YES);
    }
    if (lastCode) {
      given.add(Question.Consent.LAST_CODE);
    }
    return given;
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
      @Mixin CardProfile card,
      @Option(names = "--yes", description = "Consent to roaming without being asked.") boolean yes,
      @Option(names = "--confirm", paramLabel = "DIGITS", description = BEYOND)
          @Nullable String typed) {
    ProvenSwitch.Outcome outcome =
        act(card, (acts, id) -> acts.enable(id, card.iccid(), asked(yes, typed)));
    terminal.result(card.json, SwitchWords.node(outcome), SwitchWords.lines(outcome));
    return outcome.proven() ? Exit.PASSED : Exit.FAILED;
  }

  @Command(
      name = "disable",
      description = "Disable the profile in use.",
      footer = {"", "Examples:", "  simwright profiles disable /dev/ttyUSB2 8988211000000900011"})
  int disable(
      @Mixin CardProfile card,
      @Option(names = "--confirm", paramLabel = "DIGITS", description = BEYOND)
          @Nullable String typed) {
    return changed(
        card, act(card, (acts, id) -> acts.disable(id, card.iccid(), asked(false, typed))));
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
      @Mixin CardProfile card,
      @Parameters(index = "2", paramLabel = "NAME", description = "At most 64 bytes.")
          String name) {
    return changed(
        card, act(card, (acts, id) -> acts.rename(id, card.iccid(), name, Attendant.absent())));
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
      @Mixin CardProfile card,
      @Option(names = "--yes", description = "Confirm the loss without being asked.") boolean yes,
      @Option(
              names = "--confirm",
              paramLabel = "DIGITS",
              description = "The last four digits of its ICCID, instead of typing them when asked.")
          @Nullable String typed) {
    boolean gone = act(card, (acts, id) -> acts.delete(id, card.iccid(), confirmed(yes, typed)));
    terminal.result(card.json, Map.of("deleted", gone), "The profile is deleted.");
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
    boolean done = act(card, (acts, id) -> acts.reset(id, what, confirmed(yes, typed)));
    terminal.result(
        card.json,
        Map.of("reset", done),
        done ? "The memory of the card is reset." : "The card had nothing of this to delete.");
    return Exit.PASSED;
  }

  private <T> T act(CardOption card, BiFunction<CardActs, String, Job<T>> act) {
    return card.act(program, terminal, act);
  }

  private Attendant asked(boolean yes, @Nullable String typed) {
    return CardOption.attendant(program, terminal, yes, Optional.ofNullable(typed));
  }

  private Attendant confirmed(boolean yes, @Nullable String typed) {
    return CardOption.confirmed(program, terminal, yes, Optional.ofNullable(typed));
  }

  private int changed(CardOption card, ProfileInfo profile) {
    terminal.result(card.json, ProfileWords.node(profile), ProfileWords.line(profile));
    return Exit.PASSED;
  }

  private static Map<String, Object> node(ProfileDownload.Result result) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("installed", result.installed());
    node.put("code", failure(result).orElse(null));
    node.put("packageBytes", result.packageBytes());
    node.put("profile", ProfileWords.node(result.announced()));
    node.put("evidence", evidence(result));
    return node;
  }

  private static Map<String, Object> evidence(ProfileDownload.Result result) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("verdict", result.evidence().verdict().map(Intent.Kind.DOWNLOAD::words).orElse(null));
    node.put(
        "aid",
        result.result() instanceof InstallationResult.Installed installed
            ? installed.aid().hex()
            : null);
    node.put(
        "notifications",
        result.evidence().notifications().map(ProfilesCommand::notifications).orElse(null));
    return node;
  }

  /// Field by field: within the module nothing reads records of other packages by reflection.
  private static Map<String, Object> notifications(ProfileDownload.Evidence.Delivered delivered) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("taken", delivered.taken());
    node.put("waiting", delivered.waiting());
    return node;
  }

  private static Optional<String> failure(ProfileDownload.Result result) {
    return result.result() instanceof InstallationResult.Failed failed
        ? Optional.of(failed.code().toString())
        : Optional.empty();
  }
}
