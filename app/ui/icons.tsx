/**
 * One family of signs: a grid of 24, lines of 1.75 with round ends, in the colour of the text beside them. They never stand alone: words
 * say the same, so a screen reader is told nothing of them. Each is a function of its own, and a page carries only those it shows.
 */
interface IconProps {
  className?: string;
}

function Icon({ className, d }: IconProps & { d: string }) {
  return (
    <svg
      className={className ? `icon ${className}` : "icon"}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={d} />
    </svg>
  );
}

export function ArrowLeftIcon(props: IconProps) {
  return <Icon {...props} d="M19 12H5M11 6l-6 6 6 6" />;
}

export function ArrowRightIcon(props: IconProps) {
  return <Icon {...props} d="M5 12h14M13 6l6 6-6 6" />;
}

export function CheckIcon(props: IconProps) {
  return <Icon {...props} d="M5 12.5l4.5 4.5L19 7.5" />;
}

export function CircleIcon(props: IconProps) {
  return <Icon {...props} d="M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z" />;
}

export function ClockIcon(props: IconProps) {
  return <Icon {...props} d="M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 7.75V12l3 2" />;
}

export function BookIcon(props: IconProps) {
  return (
    <Icon {...props} d="M12 6.5C10 5.2 7.5 4.75 4 5v13.25c3.5-.25 6 .2 8 1.5 2-1.3 4.5-1.75 8-1.5V5c-3.5-.25-6 .2-8 1.5zM12 6.5v13.25" />
  );
}

export function PenIcon(props: IconProps) {
  return <Icon {...props} d="M5 19l1-4L16.5 4.5l3 3L9 18l-4 1zM14 7l3 3" />;
}

export function NoteIcon(props: IconProps) {
  return <Icon {...props} d="M6 4h12v10.5L12.5 20H6zM18 14.5h-5.5V20M9 8.5h6M9 12h3" />;
}

export function PrintIcon(props: IconProps) {
  return <Icon {...props} d="M7.5 9V4h9v5M7.5 17H4.5V9h15v8h-3M7.5 14h9v6h-9z" />;
}

export function DownloadIcon(props: IconProps) {
  return <Icon {...props} d="M12 4v11M7.5 10.5L12 15l4.5-4.5M5 19.5h14" />;
}

export function ExternalIcon(props: IconProps) {
  return <Icon {...props} d="M13 5h6v6M19 5l-8.5 8.5M10 6.5H5V19h12.5v-5" />;
}

export function PlayIcon(props: IconProps) {
  return <Icon {...props} d="M8 5l11 7-11 7z" />;
}

export function WarningIcon(props: IconProps) {
  return <Icon {...props} d="M12 4.5L20.5 19h-17zM12 10v4M12 16.6v.01" />;
}

export function InfoIcon(props: IconProps) {
  return <Icon {...props} d="M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 11.25V16M12 8.1v.01" />;
}

export function LockIcon(props: IconProps) {
  return <Icon {...props} d="M6 11h12v8.5H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v1.5" />;
}

export function SearchIcon(props: IconProps) {
  return <Icon {...props} d="M11 5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15.5 15.5L20 20" />;
}

export function MenuIcon(props: IconProps) {
  return <Icon {...props} d="M4 7h16M4 12h16M4 17h16" />;
}

export function CloseIcon(props: IconProps) {
  return <Icon {...props} d="M6 6l12 12M18 6L6 18" />;
}

export function CertificateIcon(props: IconProps) {
  return (
    <Icon
      {...props}
      d="M10 16H4V5h16v11h-1.5M7.5 9h9M7.5 12h3.5M14.75 11.5a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5zM13 16.5V21l1.75-1.25L16.5 21v-4.5"
    />
  );
}

export function PhoneIcon(props: IconProps) {
  return (
    <Icon
      {...props}
      d="M5 4.5h4l1.5 4.5-2.25 1.5a11 11 0 0 0 5.25 5.25L15 13.5l4.5 1.5v4A1 1 0 0 1 18.5 20C10.5 19.5 4.5 13.5 4 5.5a1 1 0 0 1 1-1z"
    />
  );
}

export function MailIcon(props: IconProps) {
  return <Icon {...props} d="M4 6h16v12H4zM4 7l8 6 8-6" />;
}

export function SunIcon(props: IconProps) {
  return (
    <Icon
      {...props}
      d="M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.64 5.64L6.7 6.7M17.3 17.3l1.06 1.06M5.64 18.36L6.7 17.3M17.3 6.7l1.06-1.06"
    />
  );
}

export function MoonIcon(props: IconProps) {
  return <Icon {...props} d="M19.5 14.25A8 8 0 0 1 9.75 4.5a8 8 0 1 0 9.75 9.75z" />;
}

export function TextSizeIcon(props: IconProps) {
  return <Icon {...props} d="M3 19l3.5-9L10 19M4.2 16h4.6M11 19l5-13 5 13M12.75 14.5h6.5" />;
}
