using PostMoney.Web.Commands;

return await CommandLine.RunAsync(args);
