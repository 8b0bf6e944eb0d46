package simwright.cli;

import java.util.List;
import simwright.audit.Book;
import simwright.job.AlarmActs;
import simwright.job.ApnActs;
import simwright.job.BundleActs;
import simwright.job.CardActs;
import simwright.job.CatalogActs;
import simwright.job.DataActs;
import simwright.job.DeviceActs;
import simwright.job.DrillActs;
import simwright.job.FailoverActs;
import simwright.job.HoleActs;
import simwright.job.LifecycleActs;
import simwright.job.LogActs;
import simwright.job.OrderActs;
import simwright.job.PlanActs;
import simwright.job.ResultActs;
import simwright.job.ServerActs;
import simwright.link.LinkAddress;
import simwright.link.PortInfo;

/// What a command works with while it runs: the data folder's log and the devices.
public interface Session extends AutoCloseable {
  /// Acts on devices.
  DeviceActs acts();

  /// Acts on the eUICCs in devices.
  CardActs cards();

  /// Acts on servers alone.
  ServerActs servers();

  /// Orders of an operator at servers.
  OrderActs orders();

  /// Acceptance plans.
  PlanActs plans();

  /// What the runs of the log say together.
  ResultActs results();

  /// Alarms and where they are sent.
  AlarmActs alarms();

  /// Data: counters, budgets, what operators told.
  DataActs carried();

  /// The selection of profiles.
  FailoverActs failover();

  /// What policies want to be there and is not.
  HoleActs holes();

  /// Drills by the calendar.
  DrillActs drills();

  /// The catalog of profiles.
  CatalogActs catalog();

  /// Access points of devices.
  ApnActs access();

  /// Versions and the end of a profile's life.
  LifecycleActs lifecycle();

  /// Diagnostics bundles.
  BundleActs bundles();

  /// What can be asked of the log beyond reading it.
  LogActs log();

  /// The log.
  Book book();

  /// The ports there are now.
  List<PortInfo> ports();

  /// Where a link that a person named leads: a URI, a path, or a name on the bench that was given.
  LinkAddress address(String link);

  /// What a person should know before opening a port on this machine.
  List<String> warnings();

  /// A sentence for each of the person's own hardware profiles that is refused, with file, line and
  /// reason.
  List<String> refusedProfiles();

  /// A sentence for each file in the folder of roots that is not used.
  List<String> refusedRoots();

  @Override
  void close();
}
