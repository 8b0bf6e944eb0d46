package simwright.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simwright.job.LifecycleActs;
import simwright.rsp.ActivationCode;

/// Provisions a device that was sanitised, linked to the certificate of that.
@Command(
    name = "reprovision",
    description = "Provision a device that was sanitised, linked to its certificate.",
    footer = {
      "",
      "The profile is downloaded after consent, switched to and proven; the record names the"
          + " certificate.",
      "A device that was not proven clean is refused.",
      "",
      "Examples:",
      "  simwright catalog reprovision /dev/ttyUSB2 --code 'LPA:1$smdp.example.com$ABC-123'"
    })
public final class CatalogReprovisionCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(60);

  private final Program program;
  private final Terminal terminal;

  @Mixin CardOption card = new CardOption();

  @Option(
      names = "--code",
      paramLabel = "CODE",
      required = true,
      description =
          "The activation code; - reads it from the standard input, where no shell cuts its $.")
  String code = "";

  @Option(
      names = "--confirmation-code",
      paramLabel = "CODE",
      description =
          "The confirmation code, where the order has one; - reads it from the standard input,"
              + " after an activation code that is read there, too.")
  @Nullable String confirmation;

  @Option(
      names = "--although-unproven",
      description = "Also where not all of the sanitation was proven; the record says so.")
  boolean unproven;

  @Option(
      names = "--yes",
      description = "Consent to the profile, its rules and roaming without being asked.")
  boolean yes;

  /// On this terminal.
  public CatalogReprovisionCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ActivationCode read =
        ActivationCode.read(
            CodeOption.handed(code, "Activation code: ", program, terminal).orElse(""));
    Optional<char[]> confirming =
        CodeOption.handed(confirmation, "Confirmation code: ", program, terminal)
            .map(String::toCharArray);
    Place there =
        card.place.bench().isPresent()
            ? card.place
            : program.benchOf(card.link).map(card.place::on).orElse(card.place);
    try (Session session = program.open(there, card.network)) {
      String id = session.acts().idOf(session.address(card.link));
      LifecycleActs.Reprovisioned made =
          Work.inOrder(
              program,
              terminal,
              session
                  .lifecycle()
                  .reprovision(
                      new LifecycleActs.Reprovision(id, read, confirming, unproven),
                      CardOption.attendant(program, terminal, yes, Optional.empty())),
              LONGEST);
      boolean proven = made.outcome().proven();
      Map<String, Object> node = new LinkedHashMap<>(SwitchWords.node(made.outcome()));
      node.put("certificate", made.certificate().number());
      node.put("clean", made.certificate().clean());
      List<String> lines = new ArrayList<>(SwitchWords.lines(made.outcome()));
      lines.add("It follows the sanitation " + made.certificate().number() + ".");
      terminal.result(card.json, node, lines);
      return proven ? Exit.PASSED : Exit.FAILED;
    }
  }
}
