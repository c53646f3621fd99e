"""坐班门诊、进村出诊、集体会诊、上门复诊: one kind of meeting in four manners, and its record."""
