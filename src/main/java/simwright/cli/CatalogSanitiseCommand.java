package simwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import picocli.CommandLine.ParameterException;
import simwright.audit.Anchor;
import simwright.device.sanitise.Cleaned;
import simwright.device.sanitise.Sanitation;
import simwright.fault.Fault;
import simwright.job.JobCodes;
import simwright.report.CleanCertificate;

/// Takes everything off a device that its users left on it, with a certificate of what was proven.
@Command(
    name = "sanitise",
    description = "Take all that its users left off a device; certify what was proven clean.",
    footer = {
      "",
      "Profiles, contexts with their sign-in, short messages, phone books, forbidden networks,"
          + " files,",
      "certificates and keys. Each is proven by reading it again; what the device cannot do or tell"
          + " is",
      "not proven, and said so. It cannot be undone. 0 where all was proven, else 1.",
      "",
      "Examples:",
      "  simwright catalog sanitise /dev/ttyUSB2 --certificate clean.pdf",
      "  simwright catalog sanitise B/ec25 --confirm 0012 --certificate clean.html --json"
    })
public final class CatalogSanitiseCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(60);

  private final Program program;
  private final Terminal terminal;

  @Mixin CardOption card = new CardOption();

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "Write the certificate there, as .pdf, .html or .json; again for more.")
  @Nullable List<Path> files;

  @Option(
      names = "--identified",
      description = "The certificate tells the EID whole; needs the role, and is recorded.")
  boolean identified;

  @Option(names = "--yes", description = "Confirm the loss without being asked.")
  boolean yes;

  @Option(
      names = "--confirm",
      paramLabel = "DIGITS",
      description = "The last four digits of the IMEI, instead of typing them when asked.")
  @Nullable String typed;

  /// On this terminal.
  public CatalogSanitiseCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Path> wanted = files == null ? List.of() : files;
    for (Path each : wanted) {
      if (!each.toString().matches(".*\\.(pdf|html|json)")) {
        throw new ParameterException(
            card.spec.commandLine(), "--certificate has to end in .pdf, .html or .json: " + each);
      }
    }
    Place there =
        card.place.bench().isPresent()
            ? card.place
            : program.benchOf(card.link).map(card.place::on).orElse(card.place);
    try (Session session = program.open(there, card.network)) {
      if (identified) {
        session.log().mayDisclose();
      }
      String id = session.acts().idOf(session.address(card.link));
      Sanitation made =
          Work.inOrder(
              program,
              terminal,
              session
                  .lifecycle()
                  .sanitise(
                      id, CardOption.confirmed(program, terminal, yes, Optional.ofNullable(typed))),
              LONGEST);
      Anchor anchor = session.lifecycle().certified(made, identified);
      CleanCertificate certificate = new CleanCertificate(made, anchor, identified);
      wanted.forEach(each -> write(each, certificate));
      terminal.result(card.json, node(certificate), lines(made, wanted));
      return made.clean() ? Exit.PASSED : Exit.FAILED;
    }
  }

  private static Map<String, Object> node(CleanCertificate certificate) {
    return new LinkedHashMap<>(certificate.content());
  }

  private static List<String> lines(Sanitation made, List<Path> written) {
    List<String> lines = new ArrayList<>();
    for (Cleaned each : made.items()) {
      lines.add((each.proven() ? "● " : "▲ ") + each.words());
    }
    lines.add(made.number() + ": " + made.device() + " is " + made.verdict() + ".");
    written.forEach(each -> lines.add("The certificate is in " + each + "."));
    return lines;
  }

  private static void write(Path file, CleanCertificate certificate) {
    String name = file.toString();
    byte[] bytes =
        name.endsWith(".pdf")
            ? certificate.pdf()
            : (name.endsWith(".html") ? certificate.html() : certificate.json())
                .getBytes(StandardCharsets.UTF_8);
    try {
      Path unused = Files.write(file, bytes);
    } catch (IOException e) {
      throw new Fault(JobCodes.UNWRITABLE, "writing a certificate", name, e.getMessage(), e);
    }
  }
}
