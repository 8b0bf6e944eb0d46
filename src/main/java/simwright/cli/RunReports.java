package simwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import simwright.acceptance.Attachments;
import simwright.acceptance.Run;
import simwright.audit.Anchor;
import simwright.fault.Fault;
import simwright.job.JobCodes;
import simwright.job.LogActs;
import simwright.report.Certificate;
import simwright.report.CsvReport;
import simwright.report.HtmlReport;
import simwright.report.JsonReport;
import simwright.report.JunitReport;
import simwright.report.Label;
import simwright.report.Named;
import simwright.report.OpenHtfReport;
import simwright.report.PdfReport;

/// The reports of runs that a person asks for, and where they are written.
public final class RunReports {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write run.json, run.html and run.csv there; of several runs each into a folder of its"
              + " id.")
  @Nullable Path out;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML there.")
  @Nullable Path junit;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write one CSV table of all runs there.")
  @Nullable Path csv;

  @Option(
      names = "--openhtf",
      paramLabel = "FILE",
      description = "Write the runs there as OpenHTF's JSON test records, one to a line.")
  @Nullable Path openhtf;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write one HTML page of all runs there.")
  @Nullable Path html;

  @Option(
      names = "--pdf",
      paramLabel = "FILE",
      description = "Write the page of --html as PDF there.")
  @Nullable Path pdf;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "Write certificates as PDF there, an A4 page for each run.")
  @Nullable Path certificate;

  @Option(
      names = "--label",
      paramLabel = "FILE",
      description = "Write labels of 62 mm as PDF there, one for each run.")
  @Nullable Path label;

  @Option(
      names = "--identified",
      description =
          "Certificates also tell ICCID, IMSI and EID whole; needs the role, and is recorded.")
  boolean identified;

  /// Makes the folders, so that a run is not carried out for nothing.
  void prepare(LogActs log) {
    if (identified) {
      log.mayDisclose();
    }
    if (out != null) {
      folder(out);
    }
    for (Path file : files()) {
      Optional.ofNullable(file.toAbsolutePath().getParent()).ifPresent(RunReports::folder);
    }
  }

  private List<Path> files() {
    return Stream.of(junit, csv, openhtf, html, pdf, certificate, label)
        .flatMap(Stream::ofNullable)
        .toList();
  }

  /// Writes what was asked for.
  void write(List<Run> runs, Anchor anchor, Session session) {
    write(runs, List.of(), anchor, session);
  }

  /// The same; `before` holds those that were judged again, as they had been judged first.
  void write(List<Run> runs, List<Run> before, Anchor anchor, Session session) {
    Attachments attached = session.plans().attachments();
    if (out != null) {
      for (Run run : runs) {
        Path folder = runs.size() > 1 ? out.resolve(run.id()) : out;
        write(folder.resolve("run.json"), JsonReport.of(run, anchor));
        write(
            folder.resolve("run.html"),
            HtmlReport.of(List.of(run), before, anchor, attached::bytes));
        write(folder.resolve("run.csv"), CsvReport.of(run, anchor));
      }
    }
    if (junit != null) {
      write(junit, JunitReport.of(runs, anchor));
    }
    if (csv != null) {
      write(csv, CsvReport.of(runs, anchor));
    }
    if (openhtf != null) {
      write(openhtf, OpenHtfReport.of(runs, anchor));
    }
    if (html != null) {
      write(html, HtmlReport.of(runs, before, anchor, attached::bytes));
    }
    if (pdf != null) {
      write(pdf, PdfReport.of(runs, before, anchor));
    }
    if (certificate != null || label != null) {
      papers(runs, anchor, session.log());
    }
  }

  private void papers(List<Run> runs, Anchor anchor, LogActs log) {
    Named named = new Named(log.certified(runs, identified), identified);
    if (certificate != null) {
      write(certificate, Certificate.of(runs, named, anchor));
    }
    if (label != null) {
      write(label, Label.of(runs, named, anchor));
    }
  }

  private static void folder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    if (!Files.isWritable(folder)) {
      throw new Fault(JobCodes.UNWRITABLE, "preparing the reports", folder.toString());
    }
  }

  static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Path file, byte[] content) {
    Optional.ofNullable(file.toAbsolutePath().getParent()).ifPresent(RunReports::folder);
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static Fault unwritable(Path file, IOException e) {
    return new Fault(JobCodes.UNWRITABLE, "writing a report", file.toString(), e.getMessage(), e);
  }
}
