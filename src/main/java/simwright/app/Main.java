package simwright.app;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import simwright.cli.AcceptCommand;
import simwright.cli.AcceptCompareCommand;
import simwright.cli.AcceptCoverageCommand;
import simwright.cli.AcceptFlakyCommand;
import simwright.cli.AcceptHistoryCommand;
import simwright.cli.AcceptParityCommand;
import simwright.cli.AcceptRunCommand;
import simwright.cli.AcceptTrendCommand;
import simwright.cli.AlarmsCommand;
import simwright.cli.AlarmsToCommand;
import simwright.cli.AtTerminalCommand;
import simwright.cli.AuditCommand;
import simwright.cli.BundleCommand;
import simwright.cli.BundleOpenCommand;
import simwright.cli.CatalogApnCommand;
import simwright.cli.CatalogCommand;
import simwright.cli.CatalogImportCommand;
import simwright.cli.CatalogMigrateCommand;
import simwright.cli.CatalogOperatorsCommand;
import simwright.cli.CatalogReconcileCommand;
import simwright.cli.CatalogReprovisionCommand;
import simwright.cli.CatalogRetireCommand;
import simwright.cli.CatalogSanitiseCommand;
import simwright.cli.ConsoleCommand;
import simwright.cli.DataBudgetCommand;
import simwright.cli.DataCommand;
import simwright.cli.DataFiguresCommand;
import simwright.cli.DataHoldCommand;
import simwright.cli.DevicesCommand;
import simwright.cli.DiscoverCommand;
import simwright.cli.DrillCommand;
import simwright.cli.DrillCompareCommand;
import simwright.cli.DrillRunCommand;
import simwright.cli.DrillScheduleCommand;
import simwright.cli.EuiccCommand;
import simwright.cli.Exit;
import simwright.cli.ExplainCommand;
import simwright.cli.FailoverCommand;
import simwright.cli.FailoverHolesCommand;
import simwright.cli.FailoverPolicyCommand;
import simwright.cli.FailoverRecordCommand;
import simwright.cli.FailoverRunCommand;
import simwright.cli.FaultHandler;
import simwright.cli.IdentitiesCommand;
import simwright.cli.NotificationsCommand;
import simwright.cli.OrderCommand;
import simwright.cli.OrderIdentityCommand;
import simwright.cli.OrderListCommand;
import simwright.cli.OrderProgressCommand;
import simwright.cli.PeopleCommand;
import simwright.cli.ProbeCommand;
import simwright.cli.ProfilesCommand;
import simwright.cli.Program;
import simwright.cli.RegistryCommand;
import simwright.cli.RootCommand;
import simwright.cli.SchemaCommand;
import simwright.cli.ServerCommand;
import simwright.cli.SimCommand;
import simwright.cli.Terminal;
import simwright.cli.WrongUse;
import simwright.store.DataDirectory;

/// The way in: a command where one is given, else the window, else the terminal.
public final class Main {
  /// The version where the program runs from loose classes.
  static final String VERSION = "1.0.0";

  private Main() {}

  /// Starts the program.
  public static void main(String[] arguments) {
    // Java looks at the system's proxy settings only where it is told to, and only once
    System.setProperty("java.net.useSystemProxies", "true");
    Terminal terminal = Terminal.ofProcess();
    int exit;
    try (Wiring wiring = new Wiring(terminal)) {
      exit = arguments.length > 0 ? run(wiring, terminal, arguments) : open(wiring, terminal);
    }
    System.exit(exit);
  }

  /// Carries out a command. Nothing here loads JavaFX.
  static int run(Wiring wiring, Terminal terminal, String... arguments) {
    return commandLine(wiring, terminal).execute(arguments);
  }

  private static CommandLine drills(Program program, Terminal terminal) {
    return new CommandLine(new DrillCommand(program, terminal))
        .addSubcommand(new DrillRunCommand(program, terminal))
        .addSubcommand(new DrillCompareCommand(program, terminal))
        .addSubcommand(new DrillScheduleCommand(program, terminal));
  }

  /// The commands there are, one line each.
  static CommandLine commandLine(Program program, Terminal terminal) {
    CommandLine line =
        new CommandLine(new RootCommand())
            .addSubcommand(new ConsoleCommand(program, terminal))
            .addSubcommand(new DevicesCommand(program, terminal))
            .addSubcommand(new ProbeCommand(program, terminal))
            .addSubcommand(new AtTerminalCommand(program, terminal))
            .addSubcommand(new EuiccCommand(program, terminal))
            .addSubcommand(new ProfilesCommand(program, terminal))
            .addSubcommand(new NotificationsCommand(program, terminal))
            .addSubcommand(new DiscoverCommand(program, terminal))
            .addSubcommand(new ServerCommand(program, terminal))
            .addSubcommand(
                new CommandLine(new OrderCommand(program, terminal))
                    .addSubcommand(new OrderListCommand(program, terminal))
                    .addSubcommand(new OrderProgressCommand(program, terminal))
                    .addSubcommand(new OrderIdentityCommand(program, terminal)))
            .addSubcommand(
                new CommandLine(new AcceptCommand(program, terminal))
                    .addSubcommand(new AcceptRunCommand(program, terminal))
                    .addSubcommand(new AcceptCoverageCommand(program, terminal))
                    .addSubcommand(new AcceptParityCommand(program, terminal))
                    .addSubcommand(new AcceptHistoryCommand(program, terminal))
                    .addSubcommand(new AcceptCompareCommand(program, terminal))
                    .addSubcommand(new AcceptTrendCommand(program, terminal))
                    .addSubcommand(new AcceptFlakyCommand(program, terminal)))
            .addSubcommand(drills(program, terminal))
            .addSubcommand(new RegistryCommand(program, terminal))
            .addSubcommand(
                new CommandLine(new AlarmsCommand(program, terminal))
                    .addSubcommand(new AlarmsToCommand(program, terminal)))
            .addSubcommand(
                new CommandLine(new DataCommand(program, terminal))
                    .addSubcommand(new DataBudgetCommand(program, terminal))
                    .addSubcommand(new DataFiguresCommand(program, terminal))
                    .addSubcommand(new DataHoldCommand(program, terminal)))
            .addSubcommand(
                new CommandLine(new FailoverCommand(program, terminal))
                    .addSubcommand(new FailoverPolicyCommand(program, terminal))
                    .addSubcommand(new FailoverRunCommand(program, terminal))
                    .addSubcommand(new FailoverRecordCommand(program, terminal))
                    .addSubcommand(new FailoverHolesCommand(program, terminal)))
            .addSubcommand(catalog(program, terminal))
            .addSubcommand(
                new CommandLine(new BundleCommand(program, terminal))
                    .addSubcommand(new BundleOpenCommand(terminal)))
            .addSubcommand(new AuditCommand(program, terminal))
            .addSubcommand(new IdentitiesCommand(program, terminal))
            .addSubcommand(new PeopleCommand(program, terminal))
            .addSubcommand(new ExplainCommand(terminal))
            .addSubcommand(new SimCommand(program, terminal))
            .addSubcommand(new SchemaCommand(terminal));
    line.getCommandSpec().version("simwright " + program.version().orElse(VERSION));
    Exit.document(line);
    return line.setOut(terminal.out())
        .setErr(terminal.err())
        .setParameterExceptionHandler(new WrongUse(terminal))
        .setExecutionExceptionHandler(new FaultHandler(terminal))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static CommandLine catalog(Program program, Terminal terminal) {
    return new CommandLine(new CatalogCommand(program, terminal))
        .addSubcommand(new CatalogApnCommand(program, terminal))
        .addSubcommand(new CatalogImportCommand(program, terminal))
        .addSubcommand(new CatalogOperatorsCommand(program, terminal))
        .addSubcommand(new CatalogReconcileCommand(program, terminal))
        .addSubcommand(new CatalogMigrateCommand(program, terminal))
        .addSubcommand(new CatalogSanitiseCommand(program, terminal))
        .addSubcommand(new CatalogReprovisionCommand(program, terminal))
        .addSubcommand(new CatalogRetireCommand(program, terminal));
  }

  private static int open(Wiring wiring, Terminal terminal) {
    if (wiring.displayed()) {
      return run(wiring, terminal, "console");
    }
    Path reports =
        DataDirectory.choose(Optional.empty(), System.getenv()).root().resolve("first-boot");
    terminal.say(
        "There is no display, so the first boot plan runs on the simulated bench in this"
            + " terminal; its reports go to "
            + reports
            + ".");
    return run(
        wiring,
        terminal,
        "accept",
        "run",
        "first-boot",
        "--device",
        "sim:ec25",
        "--out",
        reports.toString());
  }
}
