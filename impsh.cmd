@echo off
rem Starts impsh on Windows. UNTESTED: it was written beside the launcher "impsh" without a Windows to run it on.
rem
rem   JAVA_HOME            the JDK to use (else java.exe on the PATH); 17 or newer
rem   IMPSH_HOME           where everything of impsh's lives
rem   IMPSH_JAVA_OPTS      more options for the JVM, separated by blanks
rem   IMPSH_NO_BUILD=1     never build: run what is there, or say that nothing is
rem
rem It does less than "impsh" does. There is no class archive, so it starts slower; IMPSH_NO_ARCHIVE changes nothing and
rem IMPSH_MAKE_ARCHIVE is refused. It builds what was never built, but does not see that sources are newer than the build:
rem then run "mvn package". Two first starts at the same time build twice.
rem
rem Inside an argument write JavaScript's single quotes, or \": impsh -e "devices.get('x')".

setlocal EnableExtensions DisableDelayedExpansion

rem As in "impsh", which says why; WindowsLauncherTest compares them.
set "FLAGS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xms24m -XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=error:stderr"
set "FLAGS_17=-XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"
set "FLAGS_24=--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
set "SMALL_HEAP=-Xmn8m"

rem No folder may end with a backslash: before a quote, java.exe takes that as a quote that belongs to the argument.
for %%D in ("%~dp0.") do set "top=%%~fD"
if defined IMPSH_MAKE_ARCHIVE (
  >&2 echo impsh: no class archive can be made: there are none on Windows yet
  exit /b 1
)

call :find_java || exit /b 1
call :find_cache
call :find_program || exit /b 1

set "heap=%SMALL_HEAP%"
if "%~1"=="sandbox" set "heap="
set "own=%FLAGS_17%"
if %release% GEQ 24 set "own=%FLAGS_24%"

rem A goto that fails ends the batch file, but not its line: so nobody is asked "Terminate batch job (Y/N)?" when Ctrl-C
rem was pressed in the session, and the exit code is Java's.
endlocal & goto #_no_such_label_# 2>nul || title %COMSPEC% & "%java%" %FLAGS% %own% %heap% %IMPSH_JAVA_OPTS% "-Dimpsh.cache=%cache%" "-Dpolyglot.engine.userResourceCache=%cache%\graal" -Dpolyglotimpl.AttachLibraryFailureAction=ignore "-Dimpsh.home=%top%" -cp "%jar%;%lib%\*" io.impsh.cli.Main %*

rem Sets java, version (such as 17.0.15) and release (17).
:find_java
set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%J in (java.exe) do set "java=%%~$PATH:J"
if not defined java (
  >&2 echo impsh: needs a JDK 17 or newer: none found
  >&2 echo impsh: set JAVA_HOME to one
  exit /b 1
)
for %%J in ("%java%") do for %%H in ("%%~dpJ..") do set "java_home=%%~fH"
set "version="
if exist "%java_home%\release" for /f "usebackq tokens=1,2 delims==" %%A in ("%java_home%\release") do if "%%A"=="JAVA_VERSION" set "version=%%~B"
rem The java.exe that Oracle puts on the PATH has no release file; asking it takes as long as starting it.
if not defined version for /f "tokens=3" %%V in ('""%java%" -version 2^>^&1"') do if not defined version set "version=%%~V"
set "release=0"
for /f "delims=.-+" %%R in ("%version%") do set "release=%%R"
if %release% GEQ 17 exit /b 0
>&2 echo impsh: needs a JDK 17 or newer: "%java_home%" is %version%
>&2 echo impsh: set JAVA_HOME to a newer one
exit /b 1

rem Sets cache: the folder of what can be made again.
:find_cache
if defined IMPSH_HOME (
  for %%D in ("%IMPSH_HOME%\cache") do set "cache=%%~fD"
) else if defined LOCALAPPDATA (
  set "cache=%LOCALAPPDATA%\impsh"
) else (
  set "cache=%TEMP%\impsh"
)
exit /b 0

rem Sets jar and lib: those of an installed archive, else those of the checkout's build, which is made when it is missing.
:find_program
set "jar=%top%\lib\impsh.jar"
set "lib=%top%\lib"
if not exist "%top%\pom.xml" (
  if exist "%jar%" exit /b 0
  >&2 echo impsh: "%top%" holds neither sources nor lib\impsh.jar
  exit /b 1
)
set "build=%top%\target"
set "jar=%build%\impsh.jar"
set "lib=%build%\lib"
if exist "%jar%" if exist "%lib%\" exit /b 0
if defined IMPSH_NO_BUILD (
  >&2 echo impsh: not built, and IMPSH_NO_BUILD forbids building: run "mvn package" in "%top%"
  exit /b 1
)
if exist "%java_home%\release" if not exist "%java_home%\bin\javac.exe" (
  >&2 echo impsh: has to be built first, which needs a JDK: "%java_home%" has no compiler
  exit /b 1
)
where mvn >nul 2>&1 || (
  >&2 echo impsh: has to be built first, which needs Maven
  exit /b 1
)
>&2 echo impsh: building (first start, takes a minute or two) ...
if not exist "%build%\" mkdir "%build%"
pushd "%top%"
if exist "%java_home%\release" set "JAVA_HOME=%java_home%"
call mvn -q -B -Dmaven.test.skip=true -Dimpsh.archive.skip=true package <nul >"%build%\impsh-build.log" 2>&1
set "failed=%ERRORLEVEL%"
popd
if not "%failed%"=="0" (
  >&2 type "%build%\impsh-build.log"
  >&2 echo impsh: the build failed; its log is "%build%\impsh-build.log"
  exit /b 1
)
exit /b 0
