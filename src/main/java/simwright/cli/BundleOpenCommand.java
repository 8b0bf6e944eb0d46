package simwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simwright.job.BundleActs;
import simwright.report.bundle.Bundle;
import simwright.report.bundle.BundleFile;

/// Shows a diagnostics bundle to who supports its device; nothing is unpacked or written.
@Command(
    name = "open",
    description = "Verify a bundle and show what is in it; nothing is unpacked or written.",
    footer = {
      "",
      "Exit code 1 when something in it is not as it was made. Without --key it is held to the key"
          + " in it, which tells that it is whole, not who made it.",
      "",
      "Examples:",
      "  simwright bundle open bundle.zip",
      "  simwright bundle open bundle.zip --show snapshot.json",
      "  simwright bundle open bundle.zip --key signing.pem --json"
    })
public final class BundleOpenCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The bundle.")
  Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The public key of the bench that it must be from.")
  @Nullable Path key;

  @Option(names = "--show", paramLabel = "NAME", description = "Show this file of it.")
  @Nullable String show;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /// On this terminal.
  public BundleOpenCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Bundle.Opened opened = BundleActs.open(file, Optional.ofNullable(key));
    Optional<BundleFile> shown = Optional.ofNullable(show).map(name -> named(opened, name));
    Map<String, Object> node = BundleCommand.node(opened.bundle(), null);
    node.remove("written");
    node.put("installation", opened.installation());
    node.put("record", opened.record());
    node.put("keyGiven", opened.trusted());
    node.put("manifestSha256", opened.manifestSha256());
    node.put("shown", shown.map(BundleFile::text).orElse(null));
    terminal.result(json, node, shown.map(this::content).orElseGet(() -> lines(opened)));
    return Exit.PASSED;
  }

  /// What cannot be seen is left out, so that no file of anybody's turns the terminal.
  private List<String> content(BundleFile each) {
    return each.text()
        .lines()
        .map(line -> line.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\t]]", "\u00b7"))
        .toList();
  }

  private BundleFile named(Bundle.Opened opened, String name) {
    return opened.bundle().files().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new ParameterException(spec.commandLine(), "There is no file " + name + " in it."));
  }

  private static List<String> lines(Bundle.Opened opened) {
    Bundle bundle = opened.bundle();
    List<String> lines = new ArrayList<>();
    lines.add(
        "● Whole: every file is as it was put in, and record "
            + opened.record()
            + " of the log of installation "
            + opened.installation()
            + " proves it"
            + (opened.trusted() ? ", signed by the key that was given." : ", by the key in it."));
    lines.add(
        bundle.device()
            + (bundle.simulated() ? "  SIMULATED" : "")
            + ", made "
            + bundle.made()
            + " by simwright "
            + bundle.version());
    lines.addAll(BundleActs.list(bundle));
    return lines;
  }
}
