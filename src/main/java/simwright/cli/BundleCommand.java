package simwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simwright.ask.Attendant;
import simwright.device.Attachment;
import simwright.device.Snapshot;
import simwright.fault.Fault;
import simwright.identity.Identifier;
import simwright.job.BundleActs;
import simwright.job.JobCodes;
import simwright.lpa.CardReading;
import simwright.report.bundle.Bundle;
import simwright.report.bundle.BundleFile;

/// Gathers what support needs of one device into one file, after a person has seen what is in it.
@Command(
    name = "bundle",
    description = "Gather what support needs to know of a device into one file, masked.",
    footer = {
      "",
      "What is in it is listed first, and nothing is written without your consent. A device that"
          + " does not answer has a bundle as well. 'simwright bundle open FILE' shows one.",
      "",
      "Examples:",
      "  simwright bundle /dev/ttyUSB2",
      "  simwright bundle /dev/ttyUSB2 --list",
      "  simwright bundle B/ec25 --out ec25.zip --yes"
    })
public final class BundleCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Program program;
  private final Terminal terminal;

  @Mixin Place place = new Place();
  @Mixin Network network = new Network();

  /// Not required, as a subcommand needs none.
  @Parameters(arity = "0..1", paramLabel = "LINK", description = "The device: a path or URI.")
  String link = "";

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to (default bundle.zip in this folder).")
  @Nullable Path out;

  @Option(names = "--list", description = "Only list what would be in it.")
  boolean list;

  @Option(names = "--yes", description = "Consent to what is listed.")
  boolean yes;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /// On this terminal.
  public BundleCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path file = out == null ? Path.of("bundle.zip") : out;
    Place there =
        place.bench().isPresent() ? place : program.benchOf(link).map(place::on).orElse(place);
    try (Session session = program.open(there, network)) {
      if (link.isBlank()) {
        throw new ParameterException(spec.commandLine(), "Missing required parameter: 'LINK'");
      }
      String id = session.acts().idOf(session.address(link));
      BundleActs.Readings readings = read(session, id);
      Bundle bundle =
          session.bundles().listed(id, readings, program.version().orElse("development"));
      if (list) {
        terminal.result(json, node(bundle, null), lines(bundle, "It would hold:"));
        return Exit.PASSED;
      }
      if (yes && !json) {
        lines(bundle, "It holds:").forEach(terminal::say);
      }
      Attendant attendant = CardOption.attendant(program, terminal, yes, Optional.empty());
      Optional<BundleActs.Made> made =
          Work.done(program, terminal, session.bundles().make(id, bundle, attendant), LONGEST);
      if (made.isEmpty()) {
        terminal.result(json, node(bundle, null), "Nothing was written, as nobody agreed.");
        return Exit.ABORTED;
      }
      write(file, made.get().packed());
      terminal.result(json, node(bundle, file), "The bundle is " + file + ".");
      return Exit.PASSED;
    }
  }

  /// What can be read of the device now; what cannot is told, and the bundle is made all the same.
  private BundleActs.Readings read(Session session, String id) {
    Map<String, Object> files = new LinkedHashMap<>();
    Set<String> identities = new LinkedHashSet<>();
    List<String> problems = new ArrayList<>();
    try {
      var unused =
          Work.done(program, terminal, session.acts().probe(id, Attendant.absent()), LONGEST);
      CardReading card =
          Work.done(program, terminal, session.cards().read(id, Attendant.absent()), LONGEST);
      identities.add(card.eid().value());
      card.profiles()
          .forEach(profile -> profile.iccid().ifPresent(iccid -> identities.add(iccid.value())));
      files.put("euicc", EuiccWords.node(card));
    } catch (Fault fault) {
      problems.add(
          "while "
              + fault.doing()
              + ": "
              + fault.code()
              + fault.evidence().map(more -> ", " + more).orElse(""));
    }
    Attachment now = session.acts().attachment(id);
    Snapshot told = now.snapshot();
    Stream.of(told.imei(), told.imsi(), told.iccid(), told.eid())
        .flatMap(reading -> reading.value().stream())
        .map(Identifier.class::cast)
        .map(Identifier::value)
        .forEach(identities::add);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("snapshot", ProbeNode.of(now));
    all.putAll(files);
    return new BundleActs.Readings(all, now.simulated(), now.transcript(), identities, problems);
  }

  private static List<String> lines(Bundle bundle, String heading) {
    List<String> lines = new ArrayList<>(List.of(heading));
    lines.addAll(BundleActs.list(bundle));
    lines.add("Identifiers and secrets in it are masked.");
    return lines;
  }

  static Map<String, Object> node(Bundle bundle, @Nullable Path written) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("written", written == null ? null : written.toString());
    node.put("made", bundle.made().toString());
    node.put("device", bundle.device());
    node.put("simulated", bundle.simulated());
    node.put("version", bundle.version());
    node.put("files", bundle.files().stream().map(BundleCommand::node).toList());
    return node;
  }

  private static Map<String, Object> node(BundleFile file) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", file.name());
    node.put("about", file.about());
    node.put("bytes", file.bytes().length);
    return node;
  }

  private static void write(Path file, byte[] packed) {
    try {
      Files.write(file, packed);
    } catch (IOException e) {
      throw new Fault(JobCodes.UNWRITABLE, "writing a bundle", file.toString(), e.getMessage(), e);
    }
  }
}
