package simwright.ui;

import java.util.List;
import simwright.device.Devices;
import simwright.job.Jobs;
import simwright.time.Time;
import simwright.ui.acceptance.AcceptanceSource;
import simwright.ui.audit.AuditSource;
import simwright.ui.bench.BenchActs;
import simwright.ui.catalog.CatalogSource;
import simwright.ui.data.DataSource;
import simwright.ui.failover.DrillSource;
import simwright.ui.failover.FailoverSource;
import simwright.ui.failover.HoleSource;
import simwright.ui.frame.Action;
import simwright.ui.frame.FaultWords;
import simwright.ui.frame.PeopleSource;
import simwright.ui.frame.StatusSource;
import simwright.ui.frame.TrustSource;
import simwright.ui.fx.Desk;
import simwright.ui.help.HelpSource;
import simwright.ui.plan.PlansSource;
import simwright.ui.profile.ProfilesSource;
import simwright.ui.registry.RegistrySource;
import simwright.ui.result.ResultsSource;
import simwright.ui.terminal.TerminalSource;

/// All that the console needs of the rest of the program; the wiring fills it. `actions` are those
/// the palette offers on every screen.
public record ConsoleParts(
    Time time,
    Jobs jobs,
    Devices devices,
    StatusSource status,
    FaultWords words,
    BenchActs bench,
    ProfilesSource profiles,
    TerminalSource terminal,
    FailoverSource failover,
    DrillSource drills,
    HoleSource holes,
    AcceptanceSource acceptance,
    PlansSource plans,
    ResultsSource results,
    RegistrySource registry,
    CatalogSource catalog,
    DataSource data,
    AuditSource audit,
    HelpSource help,
    PeopleSource people,
    TrustSource trust,
    Desk desk,
    List<Action> actions) {}
