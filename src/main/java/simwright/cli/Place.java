package simwright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Where the data lies and which served bench takes part; the same options on every command.
public final class Place {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder of log, settings, keys and transcripts (else SIMWRIGHT_DATA, else the platform's"
              + " place for such data).")
  @Nullable Path data;

  @Option(
      names = "--bench",
      paramLabel = "DIR",
      description = "Use the devices of a bench served by 'simwright sim serve --dir DIR'.")
  @Nullable Path bench;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description =
          "Sign in as this person; the secret is asked for, or taken from SIMWRIGHT_SECRET.")
  @Nullable String person;

  /// Whether any of them was given.
  boolean isNamed() {
    return data != null || bench != null || person != null;
  }

  /// Who signs in.
  public Optional<String> person() {
    return Optional.ofNullable(person);
  }

  /// The folder that was given.
  public Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /// The same with the bench in this folder, where none was given.
  Place on(Path folder) {
    Place there = new Place();
    there.data = data;
    there.person = person;
    there.bench = bench == null ? folder : bench;
    return there;
  }

  /// The same with the bench of the first of these devices that has one, where none was given: a
  /// device of a served bench brings its servers and orders with it.
  Place served(Program program, List<String> links) {
    return bench != null
        ? this
        : links.stream()
            .flatMap(link -> program.benchOf(link).stream())
            .findFirst()
            .map(this::on)
            .orElse(this);
  }

  /// The devices that a person named, once each, or all of the bench.
  List<String> links(Program program, List<String> named) {
    return named.contains("all")
        ? bench().map(program.benchActs()::devices).orElse(List.of())
        : named.stream().distinct().toList();
  }

  /// Wrong use of a command where those names cannot be meant.
  void check(CommandLine command, List<String> named) {
    if (named.stream().anyMatch(String::isBlank)) {
      throw new ParameterException(command, "--device names no device");
    }
    if (named.contains("all") && bench == null) {
      throw new ParameterException(
          command, "--device all means the devices of a bench; name the bench with --bench");
    }
  }

  /// The served bench that was given.
  public Optional<Path> bench() {
    return Optional.ofNullable(bench);
  }
}
